package io.kubefate.server.service;

import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.CheckRecord;
import io.kubefate.server.store.JobEvent;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JobStatus;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What can be asked of jobs. */
public class JobService {

    private final JobStore jobs;
    private final JobFeed feed;
    private final Clock clock;

    /**
     * A service.
     *
     * @param jobs where they are
     * @param feed tells how they change
     * @param clock the time
     */
    public JobService(JobStore jobs, JobFeed feed, Clock clock) {
        this.jobs = jobs;
        this.feed = feed;
        this.clock = clock;
    }

    /** Returns all jobs that were not removed from the list, oldest first. */
    public List<Job> list() {
        return Page.all(page -> answers(jobs.list(page)), Job::id);
    }

    /**
     * One job with its progress.
     *
     * @param uuid its id
     * @return the job
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Job find(String uuid) {
        return answer(record(uuid));
    }

    /**
     * Tells a job's state, and each newer one until the job has ended.
     *
     * @param uuid its id
     * @param seen the id of the state that the follower has seen already, or empty text
     * @param follower who is told
     * @throws KubefateException {@code NOT_FOUND}
     */
    public void follow(String uuid, String seen, JobFollower follower) {
        feed.follow(uuid, seen, follower);
    }

    /**
     * The steps that a job runs, or ran, before it applies anything.
     *
     * @param uuid the job's id
     * @return in the order in which they run, with the logs of those that have ended; empty for a job without steps
     * @throws KubefateException {@code NOT_FOUND}
     */
    public List<JobStep> steps(String uuid) {
        JobRecord job = record(uuid);
        return jobs.steps().ofJob(job).stream()
                .map(step -> StepAnswer.of(job, step))
                .toList();
    }

    /**
     * Asks a running install or update to stop and to undo what it made, or a check to stop.
     *
     * @param uuid the job's id
     * @throws KubefateException {@code NOT_FOUND}, or {@code WRONG_STATE} if it is a delete or has ended
     */
    public void stop(String uuid) {
        JobRecord job = record(uuid);
        if (!job.method().stoppable()) {
            throw new KubefateException(ErrorCode.WRONG_STATE, job.method() + " type jobs do not support stop");
        }
        if (!jobs.requestStop(uuid, clock.instant())) {
            JobStatus status = record(uuid).status();
            throw new KubefateException(ErrorCode.WRONG_STATE, "job status is " + status + ", not support stop");
        }
    }

    /**
     * Removes an ended job from the list.
     *
     * @param uuid its id
     * @throws KubefateException {@code NOT_FOUND}, or {@code WRONG_STATE} if it has not ended
     */
    public void delete(String uuid) {
        JobRecord job = record(uuid);
        if (!jobs.softDelete(uuid, clock.instant())) {
            throw new KubefateException(
                    ErrorCode.WRONG_STATE,
                    "job status is " + job.status()
                            + "; a job can be deleted when it has ended, an install or update can be stopped"
                            + " with: kubefate job stop " + uuid);
        }
    }

    private JobRecord record(String uuid) {
        return jobs.find(uuid).orElseThrow(KubefateException::notFound);
    }

    private Job answer(JobRecord job) {
        return JobAnswer.of(job, jobs.events(job.uuid()), jobs.checks().of(job));
    }

    private List<Job> answers(List<JobRecord> page) {
        Map<String, List<JobEvent>> events = jobs.events(page);
        Map<String, List<CheckRecord>> checks = jobs.checks().of(page);
        return page.stream()
                .map(job -> JobAnswer.of(
                        job, events.getOrDefault(job.uuid(), List.of()), checks.getOrDefault(job.uuid(), List.of())))
                .toList();
    }
}
