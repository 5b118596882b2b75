package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.kubernetes.diagnosis.ClusterObjects;
import io.kubefate.server.kubernetes.diagnosis.CrashedContainer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Reads the objects of a cluster once, all kinds concurrently. */
final class ClusterReader {

    private final Parallel parallel;
    private final CrashLogReader logs;

    ClusterReader(Executor executor, CrashLogReader logs) {
        this.parallel = new Parallel(executor);
        this.logs = logs;
    }

    ClusterObjects read(ClusterQueries queries, String namespace, String nodeIp) {
        var deployments = begin(queries.deployments());
        var statefulSets = begin(queries.statefulSets());
        var replicaSets = begin(queries.replicaSets());
        var pods = begin(queries.pods());
        var claims = begin(queries.claims());
        var events = begin(queries.events());
        var ingresses = begin(queries.ingresses());
        var services = begin(queries.services());
        ClusterObjects objects = new ClusterObjects(
                Parallel.join(deployments),
                Parallel.join(statefulSets),
                Parallel.join(replicaSets),
                Parallel.join(pods),
                Parallel.join(claims),
                Parallel.join(events),
                Parallel.join(ingresses),
                Parallel.join(services),
                nodeIp,
                Map.of());
        return objects.withCrashLogs(logs(namespace, objects));
    }

    private <T extends HasMetadata> Future<List<T>> begin(Query<T> query) {
        return parallel.start(query::items);
    }

    private Map<CrashedContainer, String> logs(String namespace, ClusterObjects objects) {
        return parallel
                .map(CrashedContainer.of(objects.pods()), crashed -> Map.entry(crashed, logs.read(namespace, crashed)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
