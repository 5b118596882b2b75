package io.kubefate.server.service.cluster;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterDrift;
import io.kubefate.api.ClusterInfo;
import io.kubefate.planning.health.ClusterCondition;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.LoadBalancers;
import io.kubefate.server.engine.fleet.Observation;
import io.kubefate.server.service.job.JobAnswer;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Maps a stored cluster and its live state to the REST API. */
final class ClusterAnswer {

    private ClusterAnswer() {}

    static Cluster of(ClusterRecord cluster, Optional<Observation> observation) {
        return of(cluster, cluster.status(), Map.of(), Optional.empty(), observation);
    }

    static Cluster of(
            ClusterRecord cluster,
            ClusterStatus status,
            Map<String, Object> spec,
            Optional<ClusterInfo> info,
            Optional<Observation> observation) {
        return Cluster.builder()
                .uuid(cluster.uuid())
                .name(cluster.name())
                .namespace(cluster.namespace())
                .chartName(cluster.chartName())
                .chartVersion(cluster.chartVersion())
                .values(cluster.spec().readable().orElse(""))
                .spec(spec)
                .revision(cluster.revision())
                .helmRevision(cluster.revision())
                .status(status.name())
                .info(info.orElse(null))
                .engine(cluster.engine())
                .id(cluster.id())
                .createdAt(cluster.times().createdAt())
                .updatedAt(cluster.times().updatedAt())
                .deletedAt(cluster.times().deletedAt().orElse(null))
                .observedAt(observation.map(Observation::observedAt).orElse(null))
                .drift(observation.map(ClusterAnswer::drift).orElse(null))
                .build();
    }

    private static ClusterDrift drift(Observation observation) {
        return new ClusterDrift(
                observation.drift().revision(),
                PlanAnswer.objects(observation.drift().changes()),
                observation.observedAt());
    }

    /** @param mask hides passwords in messages */
    static ClusterInfo info(
            ClusterStatus status, ClusterHealth health, ClusterCondition condition, UnaryOperator<String> mask) {
        return new ClusterInfo(
                health.ingressHosts(),
                health.nodeIp().isEmpty() ? null : health.nodeIp(),
                health.partyNodePort() == 0 ? null : health.partyNodePort(),
                health.pods(),
                status(health.workloads(), condition.missing()),
                ModuleAnswer.of(health.workloads(), condition.reasons()),
                condition.reasons().stream()
                        .map(reason -> JobAnswer.reason(reason.withMessage(mask.apply(reason.message()))))
                        .toList(),
                status == ClusterStatus.Running
                        ? health.pendingLoadBalancers().stream()
                                .map(LoadBalancers::warning)
                                .toList()
                        : List.of(),
                health.observedAt());
    }

    private static Map<String, Map<String, String>> status(List<WorkloadHealth> workloads, List<ObjectRef> missing) {
        Map<String, String> containers = new TreeMap<>();
        Map<String, String> deployments = new TreeMap<>();
        Map<String, String> statefulSets = new TreeMap<>();
        for (WorkloadHealth workload : workloads) {
            for (ContainerHealth container : workload.containers()) {
                containers.put(container.name(), container.state());
            }
            Map<String, String> kind = isStatefulSet(workload.ref()) ? statefulSets : deployments;
            kind.put(workload.ref().name(), workload.condition());
        }
        missing.forEach(ref -> (isStatefulSet(ref) ? statefulSets : deployments).put(ref.name(), ModuleAnswer.MISSING));
        Map<String, Map<String, String>> status = new LinkedHashMap<>();
        status.put("modules", containers);
        status.put("containers", containers);
        status.put("deployments", deployments);
        status.put("statefulSets", statefulSets);
        return status;
    }

    private static boolean isStatefulSet(ObjectRef workload) {
        return workload.kind().equals("StatefulSet");
    }
}
