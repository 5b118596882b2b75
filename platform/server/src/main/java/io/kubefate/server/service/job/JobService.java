package io.kubefate.server.service.job;

import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.StoredList;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.ListStore;
import io.kubefate.server.store.job.JobFilter;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobSort;
import io.kubefate.server.store.job.JobStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lists, shows, follows, stops and removes jobs. */
public class JobService {

    private final JobStore jobs;
    private final ListStore lists;
    private final JobFeed feed;
    private final JobReader reader;
    private final Clock clock;

    public JobService(JobStore jobs, ListStore lists, JobFeed feed, Clock clock) {
        this.jobs = jobs;
        this.lists = lists;
        this.feed = feed;
        this.reader = new JobReader(jobs, lists, clock);
        this.clock = clock;
    }

    /**
     * Returns jobs that were not deleted from the list, by default all, oldest first.
     *
     * @param visible the namespaces whose jobs are listed
     */
    public ListPart<Job> list(ListRequest request, Namespaces visible) {
        return request.isAll() && visible.all()
                ? ListPart.all(reader.all())
                : search(request, visible).map(reader::read);
    }

    private static JobFilter filter(ListRequest request, Namespaces visible) {
        return new JobFilter(
                request.constants("status", JobStatus.class),
                request.constants("method", JobMethod.class),
                request.filter("cluster"),
                request.filter("name"),
                request.filter("namespace"),
                request.filter("chart"),
                request.text(),
                visible.restriction());
    }

    private ListPart<JobRecord> search(ListRequest request, Namespaces visible) {
        JobFilter filter = filter(request, visible);
        return new StoredList<>(request.sortedBy(JobSort.COLUMNS), JobRecord::id)
                .part(
                        request,
                        range -> lists.jobs(filter, range),
                        range -> Optional.of(lists.countJobs(filter, range)));
    }

    /**
     * Returns a job with its progress.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Job find(String uuid) {
        return reader.read(record(uuid));
    }

    /**
     * Returns the id of the cluster of a job.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public String cluster(String uuid) {
        return record(uuid).clusterUuid();
    }

    /**
     * Passes the state of a job to a follower, and each newer one until the job has ended.
     *
     * @param seen the id of the state that the follower has already, or empty text
     * @throws KubefateException {@code NOT_FOUND}
     */
    public void follow(String uuid, String seen, JobFollower follower) {
        feed.follow(uuid, seen, follower);
    }

    /**
     * Returns the steps that a job runs before it applies anything, in their order, with the logs of those that have ended.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public List<JobStep> steps(String uuid) {
        JobRecord job = record(uuid);
        return jobs.steps().ofJob(job).stream()
                .filter(step -> !step.isClaim())
                .map(step -> StepAnswer.of(job, step))
                .toList();
    }

    /**
     * Requests the stop of a job. An install or update then returns to the previous state.
     *
     * @throws KubefateException {@code NOT_FOUND}, or {@code WRONG_STATE} if the job is a delete or has ended
     */
    public void stop(String uuid) {
        JobRecord job = jobs.find(uuid)
                .orElseThrow(() -> KubefateException.notFound("get job by jobID error, please check job ID"));
        if (!job.method().stoppable()) {
            throw new KubefateException(ErrorCode.WRONG_STATE, job.method() + " type jobs do not support stop");
        }
        if (!jobs.requestStop(uuid, clock.instant())) {
            JobStatus status = record(uuid).status();
            throw new KubefateException(ErrorCode.WRONG_STATE, "job status is " + status + ", not support stop");
        }
    }

    /**
     * Removes a job from the list. One that has not ended stops as by {@link #stop}, unless it is a delete, and stays in the list until
     * it has ended. The first clients have no other way to stop a job.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public void delete(String uuid) {
        jobs.remove(record(uuid).uuid(), clock.instant());
    }

    private JobRecord record(String uuid) {
        return jobs.find(uuid).orElseThrow(KubefateException::notFound);
    }
}
