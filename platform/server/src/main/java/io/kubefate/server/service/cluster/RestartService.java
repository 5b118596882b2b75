package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ModuleRestart;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DataLoss;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.request.RequestConditions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Restarts modules of clusters. A restart changes no revision, so it is not a job. Needs no plugin. */
public final class RestartService {

    private final ClusterStore clusters;
    private final Kubernetes kubernetes;
    private final Clock clock;

    public RestartService(ClusterStore clusters, Kubernetes kubernetes, Clock clock) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Tells what a restart does. Changes nothing.
     *
     * @throws KubefateException {@code NOT_FOUND}, {@code JOB_ACTIVE}, {@code INVALID_REQUEST} if the cluster has no such module, or a
     *     failure of Kubernetes
     */
    public ModuleRestart plan(String uuid, String module) {
        return answer(module, workloads(uuid, module));
    }

    /**
     * Restarts the workloads of a module, and does not wait until they are ready.
     *
     * @param acceptDataLoss whether data that no claim keeps may be lost
     * @throws KubefateException as {@link #plan}, and {@code PLAN_REFUSED} if data are lost without consent; nothing is restarted then
     */
    public ModuleRestart restart(String uuid, String module, boolean acceptDataLoss) {
        List<Manifest> workloads = workloads(uuid, module);
        ModuleRestart restart = answer(module, workloads);
        if (!acceptDataLoss && !restart.dataLost().isEmpty()) {
            throw new KubefateException(
                    ErrorCode.PLAN_REFUSED,
                    "this restart deletes data:\n"
                            + ReviewedPlan.consent(restart.dataLost()).strip());
        }
        Instant now = clock.instant();
        workloads.forEach(workload -> kubernetes.restart(workload, now));
        return restart;
    }

    private List<Manifest> workloads(String uuid, String module) {
        ClusterRecord cluster = clusters.find(uuid).orElseThrow(KubefateException::notFound);
        clusters.requests().refuse(cluster, RequestConditions.NONE);
        List<Manifest> all = Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> live(cluster, kind).stream())
                .toList();
        List<Manifest> selected = all.stream()
                .filter(workload -> module.equals(workload.label(Ownership.MODULE)))
                .toList();
        if (selected.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    "cluster " + cluster.name() + " has no module " + module + "; it has " + modules(all));
        }
        return selected;
    }

    private List<Manifest> live(ClusterRecord cluster, String kind) {
        return kubernetes.select(cluster.namespace(), "apps/v1", kind, Map.of(Ownership.CLUSTER, cluster.uuid()));
    }

    private static List<String> modules(List<Manifest> workloads) {
        return workloads.stream()
                .map(workload -> workload.label(Ownership.MODULE))
                .distinct()
                .sorted()
                .toList();
    }

    private static ModuleRestart answer(String module, List<Manifest> workloads) {
        return new ModuleRestart(
                module,
                workloads.stream().map(workload -> workload.ref().toString()).toList(),
                workloads.stream()
                        .flatMap(workload -> DataLoss.ofRestart(workload).stream())
                        .map(DataLoss::text)
                        .toList());
    }
}
