package io.kubefate.planning.error;

/** Stable codes of the failures that clients see. Only the HTTP exception mapper knows their HTTP statuses. */
public enum ErrorCode {
    /** The body or a parameter of the request is invalid. */
    INVALID_REQUEST,
    /** The body of the request is too large. */
    TOO_LARGE,
    /** The client has to wait before it sends more such requests. */
    TOO_MANY_REQUESTS,
    /** The cluster.yaml has errors; the message lists them. */
    INVALID_SPEC,
    /** No loaded plugin serves the chart name, version and engine. */
    UNKNOWN_RELEASE,
    /** The user lacks a permission; the message names it. */
    FORBIDDEN,
    /** The cluster, job, chart, plugin or path does not exist. */
    NOT_FOUND,
    /** The cluster to update does not exist. */
    UNKNOWN_CLUSTER,
    /** A cluster with this name and namespace, or a plugin with this id, already exists. */
    ALREADY_EXISTS,
    /** An object in Kubernetes belongs to another owner. */
    OWNED_BY_ANOTHER,
    /** The cluster has an unfinished job. */
    JOB_ACTIVE,
    /** The update does not change the cluster.yaml. */
    UNCHANGED,
    /** The cluster cannot be upgraded to this release. */
    UPGRADE_REFUSED,
    /** Objects in Kubernetes block the update; the message lists them. */
    PLAN_REFUSED,
    /** The cluster has another version than the one in the request's If-Match header. */
    PRECONDITION_FAILED,
    /** The Idempotency-Key of the request belongs to another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** The state of the job or revision does not allow the operation. */
    WRONG_STATE,
    /** Clusters use the plugin to remove. */
    PLUGIN_IN_USE,
    /** A plugin threw an exception or returned an invalid result. */
    PLUGIN_FAILED,
    /** A jar cannot be loaded as a plugin, or cannot replace the loaded one; the message is the reason. */
    PLUGIN_REFUSED,
    /** Kubernetes rejected a request. */
    KUBERNETES_REFUSED,
    /** Kubernetes does not respond. */
    KUBERNETES_UNAVAILABLE,
    /** The database does not respond. */
    DATABASE_UNAVAILABLE,
    /** A text in the database cannot be decrypted; only what needs this text fails. */
    DATABASE_DAMAGED,
    /** The service has as much to do as it can at the moment. */
    OVERLOADED,
    /** A defect of the service; the log has the details under the id in the response. */
    INTERNAL
}
