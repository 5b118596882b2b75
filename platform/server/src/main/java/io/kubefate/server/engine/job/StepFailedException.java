package io.kubefate.server.engine.job;

/** A step of an upgrade did not do its work, so the upgrade must not go on. */
final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailedException(String message) {
        super(message);
    }
}
