package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.view.JobView;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Progress in files and pipes: prints each state once, although the service may rewrite it, and other lines when they change. */
final class LineProgress implements JobProgress {

    private final PrintWriter out;

    private int shownStates;
    private Set<String> shown = Set.of();

    LineProgress(PrintWriter out) {
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void show(JobView view) {
        List<String> states = view.states();
        states.stream().skip(shownStates).forEach(out::println);
        shownStates = Math.max(shownStates, states.size());
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
