package io.kubefate.server.store.step;

/** Where a step of an upgrade stands. The names go to clients. */
public enum StepStatus {
    /** It has not begun. */
    Pending,
    /** Its Kubernetes Job exists. */
    Running,
    /** It has done its work. */
    Succeeded,
    /** It has failed for good. */
    Failed,
    /** It was stopped, or had no more time. */
    Canceled;

    /** Whether nothing more will happen to it. */
    public boolean ended() {
        return switch (this) {
            case Pending, Running -> false;
            case Succeeded, Failed, Canceled -> true;
        };
    }
}
