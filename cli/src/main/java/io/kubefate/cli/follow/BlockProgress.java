package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.view.JobView;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Progress on a terminal: a block of lines that is redrawn in place. */
final class BlockProgress implements JobProgress {

    private static final String CLEAR_LINE = "\u001B[2K";
    private static final String CLEAR_BELOW = "\u001B[J";

    private final PrintWriter out;
    private final int columns;

    private int drawn;

    BlockProgress(PrintWriter out, int columns) {
        this.out = requireNonNull(out, "out is null");
        this.columns = columns;
    }

    @Override
    public void show(JobView view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.job().method() + " " + view.job().status() + ", " + view.duration() + ": " + view.lastState());
        view.moduleStates().forEach(line -> lines.add("  " + line));
        view.reasons().forEach(reason -> lines.add("  not ready: " + reason));
        draw(lines);
    }

    @Override
    public void warn(String message) {
        out.println(message);
        out.flush();
        drawn = 0;
    }

    private void draw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001B[" + drawn + 'A');
        }
        lines.forEach(line -> text.append(CLEAR_LINE).append(fit(line)).append('\n'));
        out.print(text.append(CLEAR_BELOW));
        out.flush();
        drawn = lines.size();
    }

    /** A wrapped line would make the block higher than its number of lines. */
    private String fit(String line) {
        String single = line.replaceAll("\\p{Cntrl}+", " ");
        return single.length() < columns ? single : single.substring(0, Math.max(0, columns - 2)) + "…";
    }
}
