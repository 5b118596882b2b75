package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.JobStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Removes a cluster; done when Kubernetes has none of its objects any more. */
final class DeleteWork implements Work {

    private final Kubernetes kubernetes;
    private final Journal journal;
    private final Owner owner;
    private final List<ObjectRef> inventory;
    private final boolean purge;

    /**
     * A delete.
     *
     * @param kubernetes where from
     * @param journal what it writes down
     * @param owner the cluster
     * @param inventory every object that any of its revisions made, in the order of application
     * @param purge whether claims, and so their data, go too
     */
    DeleteWork(Kubernetes kubernetes, Journal journal, Owner owner, List<ObjectRef> inventory, boolean purge) {
        this.kubernetes = kubernetes;
        this.journal = journal;
        this.owner = owner;
        this.inventory = inventory;
        this.purge = purge;
    }

    @Override
    public Outcome run() throws InterruptedException {
        journal.state("update job status to Running");
        List<Manifest> ours =
                kubernetes.find(inventory).stream().filter(owner::owns).toList();
        List<ObjectRef> doomed = new ArrayList<>(ours.stream()
                .filter(object -> purge || !object.ref().isClaim())
                .map(Manifest::ref)
                .toList());
        Collections.reverse(doomed);
        Removal removal = new Removal(kubernetes, journal);
        List<Manifest> left = removal.remove(doomed, journal.deadline());
        if (!left.isEmpty()) {
            left.forEach(removal::tell);
            return new Outcome(JobStatus.Failed, ClusterStatus.Failed);
        }
        ours.stream().filter(object -> !purge && object.ref().isClaim()).forEach(this::tellKept);
        journal.state("uninstall Success");
        return new Outcome(JobStatus.Success, ClusterStatus.Deleted);
    }

    private void tellKept(Manifest claim) {
        journal.state(claim.ref() + " and its data are kept");
    }
}
