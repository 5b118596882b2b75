package io.kubefate.cli.follow;

import io.kubefate.cli.view.JobView;

/** Shows how a job comes along. */
public interface JobProgress {

    /** Shows the job as it is now. */
    void show(JobView job);

    /** Says that something is in the way of looking at the job; once for each trouble. */
    void trouble(String message);
}
