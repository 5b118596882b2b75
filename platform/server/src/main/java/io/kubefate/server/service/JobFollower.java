package io.kubefate.server.service;

/** Somebody who wants to see a job change. All followers are told by one thread, so none of these may wait. */
public interface JobFollower {

    /**
     * The job has changed.
     *
     * @param state the newest state, of which intermediate ones may have been left out
     */
    void changed(JobSnapshot state);

    /** The job is followed still; told now and then, so that nobody in between takes silence for death. */
    void alive();

    /** Nothing more comes: the job has ended or was removed, or the service stops. */
    void ended();

    /** {@return whether nobody listens any more, so that the follower is forgotten} */
    boolean gone();
}
