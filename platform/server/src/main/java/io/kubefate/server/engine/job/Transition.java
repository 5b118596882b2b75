package io.kubefate.server.engine.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.ReturnCause;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The way of a cluster from one revision, or nothing, to another revision, or nothing.
 *
 * @param job its row
 * @param planner makes the plans
 * @param from the last good revision; empty if there never was one
 * @param to the revision that the job brings; empty for a delete
 * @param inventory what the cluster may have in Kubernetes
 */
record Transition(JobRecord job, Planner planner, Optional<Target> from, Optional<Target> to, Inventory inventory) {

    Transition {
        requireNonNull(job, "job is null");
        requireNonNull(planner, "planner is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(inventory, "inventory is null");
    }

    /** Where a job goes that does not reach its revision. */
    enum WayBack {
        /** To the last good revision. */
        REVISION,
        /** To nothing: what the job created is removed. */
        NOTHING,
        /** To the Helm release that the job was to take over. */
        RELEASE,
        /** Nowhere: everything stays as it is. */
        NONE
    }

    Owner owner() {
        return planner.owner();
    }

    /** Whether there was no cluster before. */
    boolean isInstall() {
        return job.method() == JobMethod.ClusterInstall;
    }

    /** Whether the cluster is there, and gets another revision. */
    boolean isUpdate() {
        return job.method() == JobMethod.ClusterUpdate;
    }

    /** Whether the job takes over a Helm release. */
    boolean adopts() {
        return job.request().has(PlanOption.ADOPT);
    }

    WayBack wayBack(ReturnCause cause) {
        if (adopts()) {
            return WayBack.RELEASE;
        }
        if (to.isPresent() && from.isPresent()) {
            return WayBack.REVISION;
        }
        boolean wanted = cause == ReturnCause.STOPPED || job.request().onFailure() == FailurePolicy.RETURN;
        return isInstall() && wanted ? WayBack.NOTHING : WayBack.NONE;
    }

    /** Whether the job may remove an object on its way back to nothing: not a claim that existed before. */
    boolean created(Manifest live) {
        return !live.ref().isClaim()
                || !live.createdAt().isBefore(job.times().createdAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
