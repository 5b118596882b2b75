package io.kubefate.server.service;

import io.kubefate.api.Job;
import java.util.List;

/** What can be asked of jobs. */
public class JobService {

    /** {@return all jobs that were not removed from the list, oldest first} */
    public List<Job> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * One job with its progress.
     *
     * @param uuid its id
     * @return the job
     */
    public Job find(String uuid) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks a running install to stop and to undo what it made.
     *
     * @param uuid the job's id
     */
    public void stop(String uuid) {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes an ended job from the list.
     *
     * @param uuid its id
     */
    public void delete(String uuid) {
        throw new UnsupportedOperationException();
    }
}
