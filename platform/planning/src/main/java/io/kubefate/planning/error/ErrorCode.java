package io.kubefate.planning.error;

/** The stable code of every failure that a client sees. Only the HTTP exception mapper knows their HTTP statuses. */
public enum ErrorCode {
    /** The request's body or a parameter cannot be read. */
    INVALID_REQUEST,
    /** The cluster.yaml has errors; they are listed. */
    INVALID_SPEC,
    /** No loaded plugin serves the chart name, version and engine. */
    UNKNOWN_RELEASE,
    /** No such cluster, job, chart, plugin or path. */
    NOT_FOUND,
    /** An update of a cluster that does not exist. */
    UNKNOWN_CLUSTER,
    /** A cluster of this name exists in this namespace, or a plugin of this id. */
    ALREADY_EXISTS,
    /** An object in Kubernetes belongs to somebody else. */
    OWNED_BY_ANOTHER,
    /** The cluster has an unfinished job. */
    JOB_ACTIVE,
    /** An update with the file that the cluster has already. */
    UNCHANGED,
    /** A cluster cannot go to this release. */
    UPGRADE_REFUSED,
    /** Kubernetes or an object in it stands in the way of an update; the message lists all. */
    PLAN_REFUSED,
    /** The job or revision is in no state in which this can be done. */
    WRONG_STATE,
    /** Clusters use the plugin that is to be removed. */
    PLUGIN_IN_USE,
    /** A plugin threw or returned something unusable. */
    PLUGIN_FAILED,
    /** A jar cannot be loaded as a plugin, or not in the place of another one; the message is the reason. */
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
