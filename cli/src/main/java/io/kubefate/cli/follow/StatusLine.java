package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.Terminal;
import java.io.PrintWriter;

/** A line on a terminal that is redrawn in place and removed at the end. Shows nothing elsewhere. Thread-safe. */
public final class StatusLine implements AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final PrintWriter out;
    private final int width;
    private String shown = "";

    public StatusLine(PrintWriter out, Terminal terminal) {
        this.out = requireNonNull(out, "out is null");
        this.width = terminal.interactive() ? Math.max(1, terminal.columns().getAsInt() - 1) : 0;
    }

    public synchronized void show(String text) {
        String line = text.substring(0, Math.min(width, text.length()));
        if (!line.equals(shown)) {
            out.print(CLEAR_LINE + line);
            out.flush();
            shown = line;
        }
    }

    public synchronized void clear() {
        if (!shown.isEmpty()) {
            out.print(CLEAR_LINE);
            out.flush();
            shown = "";
        }
    }

    @Override
    public void close() {
        clear();
    }
}
