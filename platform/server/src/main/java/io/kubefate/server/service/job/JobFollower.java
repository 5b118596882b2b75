package io.kubefate.server.service.job;

/** Receives the states of a job. One thread calls all followers, so no method may wait. */
public interface JobFollower {

    /**
     * Receives a newer state of the job.
     *
     * @param state the newest state; intermediate states may be skipped
     */
    void changed(JobSnapshot state);

    /** Called periodically while the job is followed, so that proxies do not close an idle connection. */
    void alive();

    /** Called last: the job has ended or was deleted, or the service stops. */
    void ended();

    /** Returns whether the client has disconnected; the follower is then removed. */
    boolean gone();
}
