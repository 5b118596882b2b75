package io.kubefate.server.store;

/** What a job may do that it does not do unless it is asked to. */
public enum Permission {
    /** It may replace objects that belong to somebody else. */
    REPLACE_FOREIGN,
    /** It may delete and recreate objects that cannot be changed, even if data is lost. */
    RECREATE,
    /** It may delete claims that are no longer wanted, with their data. */
    PURGE,
    /** It continues although preflight checks found errors. */
    FORCE
}
