package io.kubefate.server.store;

/** Why a job returns to the last good revision, or to nothing. */
public enum ReturnCause {
    FAILED,
    STOPPED
}
