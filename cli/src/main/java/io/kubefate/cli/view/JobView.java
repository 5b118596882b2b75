package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.SubJob;
import io.kubefate.cli.text.Timestamps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job as lines of text. Absent lists and maps count as empty, because services written in Go send null for them.
 *
 * @param job the job
 * @param timestamps how times are shown
 */
public record JobView(Job job, Timestamps timestamps) {

    public JobView {
        requireNonNull(job, "job is null");
        requireNonNull(timestamps, "timestamps is null");
    }

    /** How long it took, or takes so far. */
    public String duration() {
        return timestamps.duration(job.startTime(), job.endTime());
    }

    /** What happened, oldest first; services up to v1.5.3 know only the last of it. */
    public List<String> states() {
        if (job.states() != null) {
            return job.states();
        }
        return Stream.ofNullable(job.result())
                .filter(result -> !result.isEmpty())
                .toList();
    }

    /** The last thing that happened, or empty text. */
    public String lastState() {
        List<String> states = states();
        return states.isEmpty() ? "" : states.get(states.size() - 1);
    }

    /** Why it waits or failed, one text each. */
    public List<String> reasons() {
        return reasons(job.reasons());
    }

    /** Reasons as texts, from a job or a cluster. */
    public static List<String> reasons(List<NotReadyReason> reasons) {
        return Stream.ofNullable(reasons)
                .flatMap(List::stream)
                .map(reason -> reason.module() + ": " + reason.message())
                .toList();
    }

    /** One line for each module, by name, with everything that is known. */
    public List<String> subJobs() {
        return sortedSubJobs().map(this::detail).toList();
    }

    /** One line for each module, by name, without anything that changes by itself. */
    public List<String> subJobStates() {
        return sortedSubJobs()
                .map(subJob -> String.format("%-20s %s, %s", subJob.moduleName(), subJob.status(), podStatus(subJob)))
                .toList();
    }

    /** Everything that is worth a line of its own when it changes. */
    public List<String> progress() {
        List<String> lines = new ArrayList<>(states());
        lines.addAll(subJobStates());
        reasons().forEach(reason -> lines.add("not ready: " + reason));
        return lines;
    }

    private Stream<SubJob> sortedSubJobs() {
        return Optional.ofNullable(job.subJobs()).orElse(Map.of()).values().stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(subJob -> String.valueOf(subJob.moduleName())));
    }

    private String detail(SubJob subJob) {
        return String.format(
                "%-20s PodStatus: %s, SubJobStatus: %s, Duration: %6s, StartTime: %s, EndTime: %s",
                subJob.moduleName(),
                podStatus(subJob),
                subJob.status(),
                timestamps.duration(subJob.startTime(), subJob.endTime()),
                timestamps.format(subJob.startTime()),
                timestamps.format(subJob.endTime()));
    }

    private static String podStatus(SubJob subJob) {
        return Stream.of(subJob.modulesPodStatus(), subJob.modulesStatus())
                .filter(status -> status != null && !status.isEmpty())
                .findFirst()
                .orElse("Unknown");
    }
}
