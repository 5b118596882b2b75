package io.kubefate.server.error;

/** The stable code of every failure that a client sees. Only the HTTP exception mapper knows their HTTP statuses. */
public enum ErrorCode {
    /** The request's body or a parameter cannot be read. */
    INVALID_REQUEST,
    /** The cluster.yaml has errors; they are listed. */
    INVALID_SPEC,
    /** No loaded plugin serves the chart name, version and engine. */
    UNKNOWN_RELEASE,
    /** No such cluster, job, chart or path. */
    NOT_FOUND,
    /** A cluster of this name exists in this namespace. */
    ALREADY_EXISTS,
    /** An object in Kubernetes belongs to somebody else. */
    OWNED_BY_ANOTHER,
    /** The cluster has an unfinished job. */
    JOB_ACTIVE,
    /** The job is in no state in which this can be done. */
    WRONG_STATE,
    /** A plugin threw or returned something unusable. */
    PLUGIN_FAILED,
    /** A jar cannot be loaded as a plugin; the message is the reason. */
    PLUGIN_REFUSED,
    /** Kubernetes refused a request. */
    KUBERNETES_REFUSED,
    /** Kubernetes does not answer. */
    KUBERNETES_UNAVAILABLE,
    /** The database does not answer. */
    DATABASE_UNAVAILABLE,
    /** A defect of ours; the log has the details under the id in the answer. */
    INTERNAL
}
