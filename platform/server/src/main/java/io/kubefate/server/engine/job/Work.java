package io.kubefate.server.engine.job;

/** What a job does. */
@FunctionalInterface
interface Work {

    /**
     * Does it, from the beginning, whatever an earlier run of the same job has done already.
     *
     * @return how it ended
     * @throws InterruptedException when the service stops
     * @throws LeaseLostException when another runner has the job
     */
    Outcome run() throws InterruptedException;
}
