package io.kubefate.server.engine.job;

/** Another runner has the job: this one must stop. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String jobId) {
        super("the lease of job " + jobId + " is lost");
    }
}
