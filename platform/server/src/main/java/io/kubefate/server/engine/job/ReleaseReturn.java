package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.HelmRecords;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import java.util.List;
import java.util.Optional;

/** Takes over a Helm release for good, or gives it its objects back as its record has them. The record stays until the very end. */
final class ReleaseReturn {

    /** The number of the state of the release, which is no revision of the cluster. */
    private static final int RELEASE = 0;

    private final HelmRecords records;
    private final Journal journal;
    private final Applying applying;
    private final Removal removal;

    ReleaseReturn(HelmRecords records, Journal journal, Applying applying, Removal removal) {
        this.records = records;
        this.journal = journal;
        this.applying = applying;
        this.removal = removal;
    }

    /** Removes the records of the release, without which Helm and the original KubeFATE no longer know its objects. */
    void removeRecords(Owner owner) throws InterruptedException {
        List<ObjectRef> refs = records.of(owner.namespace(), owner.name()).stream()
                .map(Manifest::ref)
                .toList();
        removal.recordLeft(removal.remove(refs, journal.deadline()));
        journal.once(JobEventReason.RELEASE_ADOPTED, owner.name(), EventDetails.of("records", refs.size()));
    }

    /**
     * Restores the objects of the release and removes those that the job created. Changes nothing if the job did not.
     *
     * @return false if the release has no record any longer; nothing was changed then
     */
    boolean restore(Transition transition) throws InterruptedException {
        if (!journal.history()
                .has(JobEventReason.PLAN_MADE, String.valueOf(transition.job().revision()))) {
            return true;
        }
        Owner owner = transition.owner();
        Optional<HelmRecord> record = records.deployed(owner.namespace(), owner.name());
        if (record.isEmpty()) {
            return false;
        }
        List<Manifest> objects = record.get().objects().stream()
                .map(object -> HelmRelease.mark(object, owner.name()))
                .toList();
        Planner planner = transition.planner().with(PlanOption.ACCEPT_DATA_LOSS).with(PlanOption.RECREATE);
        applying.apply(new Target(RELEASE, objects), planner, transition.inventory());
        removal.recordLeft(removal.removeOwned(owner, transition.inventory(), transition::created, journal.deadline()));
        return true;
    }
}
