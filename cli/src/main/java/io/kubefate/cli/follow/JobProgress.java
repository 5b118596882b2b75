package io.kubefate.cli.follow;

import io.kubefate.cli.view.JobView;

/** Shows the progress of a job. */
interface JobProgress {

    void show(JobView view);

    /** Reports that the service does not respond; called once per outage. */
    void warn(String message);
}
