package io.kubefate.server.store.job;

/**
 * What happened in a job. Each constant names the object of its events, and in braces the keys of their details. The names are
 * stored.
 */
public enum JobEventReason {
    /** The job ran in the original KubeFATE {states}. */
    IMPORTED,
    /** A runner began. */
    STARTED,
    /** The row of a new cluster exists. */
    CLUSTER_STORED,
    /** Namespace. */
    NAMESPACE_CREATED,
    /** Kubernetes object that belongs to another {owner}. */
    OBJECT_CONFLICT,
    /** Objects of another owner are being replaced. */
    REPLACING_FOREIGN,
    /** Kubernetes object of another owner that is still being deleted. */
    FOREIGN_OBJECT_HELD,
    /** Revision {changes: "ACTION Kind/name" each, unchanged}. */
    PLAN_MADE,
    /** Revision {objects}. */
    APPLIED,
    /** Kubernetes object that is deleted and still there {finalizers}. */
    OBJECT_HELD,
    /** Kubernetes object that is deleted and still there, and that the job does not wait for any longer. */
    OBJECT_LEFT,
    /** Pod that Kubernetes did not replace, and that the job has deleted. */
    STUCK_POD_DELETED,
    /** Pod that Kubernetes does not replace, and that the job cannot delete {namespace, message}. */
    STUCK_POD_KEPT,
    /** Helm release that the cluster has taken over {records: how many were removed}. */
    RELEASE_ADOPTED,
    /** Helm release whose objects are as its record has them again {cause}. */
    RELEASE_RESTORED,
    /** Helm release whose objects cannot be restored, because it has no record any longer. */
    RELEASE_GONE,
    /** Claim that a delete keeps. */
    CLAIM_KEPT,
    /** Step {job, images}. */
    STEP_STARTED,
    /** Step. */
    STEP_SUCCEEDED,
    /** Step {message, log: the last lines}. */
    STEP_FAILED,
    /** Step; the occurrence is the number of the attempt. */
    STEP_ATTEMPT_FAILED,
    /** Step. */
    STEP_STOPPED,
    /** Step. */
    STEP_TIME_LIMIT_REACHED,
    /** Step that cannot start or continue {code, message}. */
    STEP_TROUBLE,
    /** Step {code}. */
    STEP_RECOVERED,
    /** Step {message}. */
    LOG_UNREADABLE,
    /** What these steps did to data stays {steps}. */
    STEPS_NOT_UNDONE,
    /** Module that is not ready {code, message}. */
    MODULE_TROUBLE,
    /** Module {code}. */
    MODULE_RECOVERED,
    /** Kubernetes does not answer {message}. */
    KUBERNETES_UNAVAILABLE,
    /** Kubernetes answers again. */
    KUBERNETES_ANSWERS,
    /** Kubernetes answers that a request cannot succeed at the moment {message}. */
    REQUEST_POSTPONED,
    /** The runner saw that the job is to stop. */
    STOP_SEEN,
    /** The job stops where it is, because a delete of the cluster waits for it. */
    DELETE_FOLLOWS,
    /** {seconds}. */
    TIME_LIMIT_REACHED,
    /** Module that is not ready at the time limit {code, message}. */
    NOT_READY,
    /** Revision to return to; empty for nothing {cause, failure, seconds, message, step, jobs, revision}. */
    GOING_BACK,
    /** A failed or stopped update has no revision to return to {failure, seconds, message, step, jobs, revision}. */
    NO_WAY_BACK,
    /** The job's revision is ready, but objects that are no longer desired cannot be pruned {message}. */
    PRUNE_FAILED,
    /** The job's revision is ready. */
    READY,
    /** Revision that is ready again; empty for nothing {cause}. */
    RETURNED,
    /** Revision that was applied again and is not ready. */
    RETURN_NOT_READY,
    /** The objects of a cluster that was never ready stay {cluster, objects: unless unknown, namespace: if the job created it}. */
    OBJECTS_KEPT,
    /** All objects of a cluster are deleted. */
    UNINSTALLED,
    /** Number of the check {name, outcome, message}. */
    CHECK_ENDED,
    /** {end: DONE, STOPPED or TIME_LIMIT, checks, passed, failed, skipped}. */
    CHECKS_ENDED,
    /** The job cannot continue {message}. */
    FAILED,
    /** The job cannot continue; the log has an entry {id, message}. */
    INTERNAL_ERROR
}
