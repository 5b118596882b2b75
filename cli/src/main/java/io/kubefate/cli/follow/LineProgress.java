package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.view.JobView;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Progress in files and pipes: prints the lines that are new or have changed. */
final class LineProgress implements JobProgress {

    private final PrintWriter out;

    private Set<String> shown = Set.of();

    LineProgress(PrintWriter out) {
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void show(JobView view) {
        List<String> lines = view.progress();
        lines.stream().filter(line -> !shown.contains(line)).forEach(out::println);
        out.flush();
        shown = new HashSet<>(lines);
    }

    @Override
    public void warn(String message) {
        out.println(message);
        out.flush();
    }
}
