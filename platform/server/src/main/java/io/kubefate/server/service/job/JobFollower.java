package io.kubefate.server.service.job;

/** Receives the states of a job. One thread calls all followers, so no method may wait. */
public interface JobFollower {

    /**
     * The job has changed.
     *
     * @param state the newest state, of which intermediate ones may have been left out
     */
    void changed(JobSnapshot state);

    /** The job is still followed; called periodically, so that proxies do not close a silent connection. */
    void alive();

    /** Nothing more comes: the job has ended or was removed, or the service stops. */
    void ended();

    /** Whether nobody listens any more, so that the follower is removed. */
    boolean gone();
}
