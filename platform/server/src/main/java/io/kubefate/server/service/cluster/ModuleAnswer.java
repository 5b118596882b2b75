package io.kubefate.server.service.cluster;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.kubefate.api.ClusterModule;
import io.kubefate.api.ClusterPod;
import io.kubefate.api.ContainerTermination;
import io.kubefate.planning.health.ContainerEnd;
import io.kubefate.planning.health.PodHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import java.util.List;
import java.util.TreeMap;

/** Maps the live state of a cluster's modules to the REST API. */
final class ModuleAnswer {

    static final String MISSING = "Missing";

    /** From best to worst. */
    private static final List<String> CONDITIONS = List.of("Available", "Progressing", "ReplicaFailure", MISSING);

    private ModuleAnswer() {}

    /**
     * Returns the modules by name.
     *
     * @param reasons those of the cluster, which also name the modules whose workloads are missing
     */
    static List<ClusterModule> of(List<WorkloadHealth> workloads, List<Reason> reasons) {
        TreeMap<String, List<WorkloadHealth>> modules =
                new TreeMap<>(workloads.stream().collect(groupingBy(WorkloadHealth::module)));
        List<String> incomplete = reasons.stream()
                .filter(reason -> reason.code() == Reason.Code.MISSING)
                .map(Reason::module)
                .toList();
        incomplete.forEach(module -> modules.putIfAbsent(module, List.of()));
        return modules.entrySet().stream()
                .map(entry -> new ClusterModule(
                        entry.getKey(),
                        incomplete.contains(entry.getKey()) ? MISSING : worst(entry.getValue()),
                        pods(entry.getValue())))
                .toList();
    }

    private static String worst(List<WorkloadHealth> workloads) {
        return workloads.stream()
                .map(WorkloadHealth::condition)
                .max(comparing(CONDITIONS::indexOf))
                .orElse(MISSING);
    }

    private static List<ClusterPod> pods(List<WorkloadHealth> workloads) {
        return workloads.stream()
                .flatMap(workload -> workload.pods().stream())
                .sorted(comparing(PodHealth::name))
                .map(ModuleAnswer::pod)
                .toList();
    }

    private static ClusterPod pod(PodHealth pod) {
        return new ClusterPod(
                pod.name(),
                pod.status(),
                pod.containers().ready(),
                pod.containers().total(),
                pod.node(),
                pod.createdAt(),
                pod.containers().restarts(),
                pod.containers().lastEnd().map(ModuleAnswer::termination).orElse(null));
    }

    private static ContainerTermination termination(ContainerEnd end) {
        return new ContainerTermination(
                end.container(), end.reason(), end.exitCode(), end.at().orElse(null));
    }
}
