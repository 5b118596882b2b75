package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** How far an upload is, for a person at a terminal: one line that is drawn over itself and goes at the end. */
public final class StatusLine implements LongConsumer, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final PrintWriter out;
    private final boolean interactive;
    private final long size;
    private long shown = -1;

    public StatusLine(PrintWriter out, boolean interactive, long size) {
        this.out = requireNonNull(out, "out is null");
        this.interactive = interactive;
        this.size = size;
    }

    /** Told from a thread of the HTTP client, while the command waits. */
    @Override
    public synchronized void accept(long sent) {
        long percent = size == 0 ? 100 : Math.min(100, 100 * sent / size);
        if (interactive && percent != shown) {
            out.print(CLEAR_LINE + "sending " + percent + " %");
            out.flush();
            shown = percent;
        }
    }

    @Override
    public synchronized void close() {
        if (shown >= 0) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
