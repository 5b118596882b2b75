package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.kubefate.api.Job;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.SubJob;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import io.kubefate.cli.text.Wrap;
import io.kubefate.cli.text.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A job as lines of text. Missing lists and maps are empty, because services written in Go send null for them. */
public record JobView(Job job, Timestamps timestamps) {

    public JobView {
        requireNonNull(job, "job is null");
        requireNonNull(timestamps, "timestamps is null");
    }

    public static Listing<Job> list(List<Job> jobs, Timestamps timestamps) {
        return new Listing<>(
                jobs,
                List.of(
                        Column.uuid("UUID", Job::uuid),
                        Column.text("CREATOR", Job::creator),
                        Column.exact("METHOD", Job::method),
                        Column.status("STATUS", Job::status),
                        Column.exact("STARTTIME", job -> timestamps.format(job.startTime())),
                        Column.uuid("CLUSTERID", Job::clusterId),
                        Column.age("AGE", job -> timestamps.duration(job.startTime(), job.endTime())),
                        Column.exact("CLUSTER", JobView::cluster).wide(),
                        Column.text("STATE", (Job job) -> new JobView(job, timestamps).lastState())
                                .wide()),
                Job::uuid);
    }

    /** The namespace and name, if the job is an install or update. */
    private static String cluster(Job job) {
        return Optional.ofNullable(job.metaData())
                .map(request -> request.namespace() + "/" + request.name())
                .orElse("-");
    }

    public Display describe(int width) {
        return Display.of(String.valueOf(job.uuid()), () -> description(width));
    }

    /**
     * Describes the job.
     *
     * @param width the maximum width of a column of text
     */
    private String description(int width) {
        Table table = new Table()
                .row("UUID", job.uuid())
                .row("StartTime", timestamps.format(job.startTime()))
                .row("EndTime", timestamps.format(job.endTime()))
                .row("Duration", duration())
                .row("Status", job.status())
                .row("Creator", job.creator())
                .row("ClusterId", job.clusterId())
                .row("States", states().isEmpty() ? "" : Yaml.dump(states(), width))
                .row("SubJobs", String.join("\n", subJobs()));
        if (!reasons().isEmpty()) {
            table.row("Reasons", Wrap.wrap(String.join("\n", reasons()), width));
        }
        return table.text();
    }

    /** {@return the time from start to end, or to now} */
    public String duration() {
        return timestamps.duration(job.startTime(), job.endTime());
    }

    /** {@return the last state line; may be empty} */
    public String lastState() {
        List<String> states = states();
        return states.isEmpty() ? "" : states.get(states.size() - 1);
    }

    /** {@return why the job waits or failed} */
    public List<String> reasons() {
        return reasons(job.reasons());
    }

    /** {@return a line for each message, with all modules that have it} */
    static List<String> reasons(List<NotReadyReason> reasons) {
        Map<String, List<String>> modules = Stream.ofNullable(reasons)
                .flatMap(List::stream)
                .collect(groupingBy(
                        NotReadyReason::message, LinkedHashMap::new, mapping(NotReadyReason::module, toList())));
        return modules.entrySet().stream()
                .map(reason -> String.join(", ", reason.getValue()) + ": " + reason.getKey())
                .toList();
    }

    /** {@return one line per module, by name, without times} */
    public List<String> moduleStates() {
        return sortedSubJobs()
                .map(subJob ->
                        String.format("%-20s %s, %s", subJob.moduleName(), subJob.status(), moduleStatus(subJob)))
                .toList();
    }

    /** {@return all lines beside the states that show progress when they change} */
    public List<String> progress() {
        List<String> lines = new ArrayList<>(moduleStates());
        Stream.ofNullable(job.reasons())
                .flatMap(List::stream)
                .filter(reason -> states().stream().noneMatch(state -> state.contains(reason.message())))
                .forEach(reason -> lines.add("not ready: " + reason.module() + ": " + reason.message()));
        return lines;
    }

    /** The state lines, oldest first; services up to v1.5.3 have the last one only. */
    public List<String> states() {
        return Optional.ofNullable(job.states())
                .orElseGet(() -> Stream.ofNullable(job.result())
                        .filter(result -> !result.isEmpty())
                        .toList());
    }

    private List<String> subJobs() {
        return sortedSubJobs().map(this::detail).toList();
    }

    private Stream<SubJob> sortedSubJobs() {
        return Optional.ofNullable(job.subJobs()).orElse(Map.of()).values().stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(subJob -> String.valueOf(subJob.moduleName())));
    }

    private String detail(SubJob subJob) {
        return String.format(
                "%-20s ModuleStatus: %s, SubJobStatus: %s, Duration: %6s, StartTime: %s, EndTime: %s",
                subJob.moduleName(),
                moduleStatus(subJob),
                subJob.status(),
                timestamps.duration(subJob.startTime(), subJob.endTime()),
                timestamps.format(subJob.startTime()),
                timestamps.format(subJob.endTime()));
    }

    private static String moduleStatus(SubJob subJob) {
        return Stream.of(subJob.modulesStatus(), subJob.modulesPodStatus())
                .filter(status -> status != null && !status.isEmpty())
                .findFirst()
                .orElse("Unknown");
    }
}
