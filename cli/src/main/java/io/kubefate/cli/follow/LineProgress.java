package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.view.JobView;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Progress for files and pipes: a line for everything that is new or has changed. */
public final class LineProgress implements JobProgress {

    private final PrintWriter out;

    private Set<String> shown = Set.of();

    public LineProgress(PrintWriter out) {
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void show(JobView job) {
        List<String> lines = job.progress();
        lines.stream().filter(line -> !shown.contains(line)).forEach(out::println);
        out.flush();
        shown = new HashSet<>(lines);
    }

    @Override
    public void trouble(String message) {
        out.println(message);
        out.flush();
    }
}
