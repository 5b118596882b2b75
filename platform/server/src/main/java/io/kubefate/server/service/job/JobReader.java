package io.kubefate.server.service.job;

import static java.util.stream.Collectors.toMap;

import com.google.common.collect.Lists;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.ListStore;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.job.JobEntry;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.row.RowPage;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads jobs with their events and checks. Keeps those of the last list that have ended: they are the same as long as the time of the last
 * change of their rows is, which a list reads without the rows.
 */
final class JobReader {

    private static final int BATCH = 500;
    private static final int MAX_KEPT = 256;
    private static final int MAX_KEPT_CHARACTERS = 16 * 1024;

    private final JobStore jobs;
    private final ListStore lists;
    private final Clock clock;

    private volatile Map<String, Job> kept = Map.of();

    JobReader(JobStore jobs, ListStore lists, Clock clock) {
        this.jobs = jobs;
        this.lists = lists;
        this.clock = clock;
    }

    /** Returns all jobs that were not removed from the list, oldest first. */
    List<Job> all() {
        List<JobEntry> entries = RowPage.all(lists::jobEntries, JobEntry::id);
        Map<String, Job> known = unchanged(entries);
        List<String> others = entries.stream()
                .map(JobEntry::uuid)
                .filter(uuid -> !known.containsKey(uuid))
                .toList();
        for (List<String> some : Lists.partition(others, BATCH)) {
            read(lists.jobs(some)).forEach(job -> known.put(job.uuid(), job));
        }
        List<Job> all = entries.stream()
                .map(entry -> known.get(entry.uuid()))
                .filter(Objects::nonNull) // removed from the list meanwhile
                .toList();
        kept = keep(all);
        return all;
    }

    private Map<String, Job> unchanged(List<JobEntry> entries) {
        Map<String, Job> last = kept;
        Map<String, Job> unchanged = new HashMap<>();
        for (JobEntry entry : entries) {
            Job job = last.get(entry.uuid());
            if (job != null && job.updatedAt().equals(entry.updatedAt())) {
                unchanged.put(entry.uuid(), job);
            }
        }
        return unchanged;
    }

    private static Map<String, Job> keep(List<Job> all) {
        return all.stream()
                .skip(Math.max(0, all.size() - MAX_KEPT))
                .filter(job -> job.ended() && characters(job) <= MAX_KEPT_CHARACTERS)
                .collect(toMap(Job::uuid, Function.identity()));
    }

    Job read(JobRecord job) {
        return JobAnswer.of(job, jobs.events(job.uuid()), jobs.checks().of(job), clock.instant());
    }

    List<Job> read(List<JobRecord> records) {
        Map<String, List<JobEvent>> events = jobs.events(records);
        Map<String, List<CheckRecord>> checks = jobs.checks().of(records);
        return records.stream()
                .map(job -> JobAnswer.of(
                        job,
                        events.getOrDefault(job.uuid(), List.of()),
                        checks.getOrDefault(job.uuid(), List.of()),
                        clock.instant()))
                .toList();
    }

    private static int characters(Job job) {
        int request = Stream.ofNullable(job.metaData())
                .map(ClusterArgs::data)
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum();
        int checks =
                job.checks().stream().mapToInt(check -> check.output().length()).sum();
        return request + checks + job.states().stream().mapToInt(String::length).sum();
    }
}
