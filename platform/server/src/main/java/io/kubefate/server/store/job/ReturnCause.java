package io.kubefate.server.store.job;

/** Why a job returns to the last good revision, or to nothing. */
public enum ReturnCause {
    FAILED,
    STOPPED
}
