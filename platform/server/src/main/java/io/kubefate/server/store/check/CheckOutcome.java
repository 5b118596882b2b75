package io.kubefate.server.store.check;

/** How a check ended. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    /** It could not be run. */
    SKIPPED
}
