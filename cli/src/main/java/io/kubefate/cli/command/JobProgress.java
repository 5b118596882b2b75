package io.kubefate.cli.command;

/** Shows how a job comes along. */
interface JobProgress {

    /** Shows the job as it is now. */
    void show(JobView job);

    /** Says that something is in the way of looking at the job; once for each trouble. */
    void trouble(String message);
}
