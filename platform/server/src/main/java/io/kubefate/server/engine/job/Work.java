package io.kubefate.server.engine.job;

/** The work of a job. */
@FunctionalInterface
interface Work {

    /**
     * Runs, and continues what an earlier run of the same job has done already.
     *
     * @return how it ended
     * @throws InterruptedException when the service stops
     * @throws LeaseLostException when another runner has the job
     */
    Outcome run() throws InterruptedException;
}
