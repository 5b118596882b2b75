package io.kubefate.planning.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates objects for tests, as the planner gets them. */
public final class Manifests {

    public static final String CLUSTER_ID = "27e37a60-fffb-4031-a76f-990b2ff43cf2";
    public static final String IMAGE = "federatedai/client:1.5.0-release";

    private Manifests() {}

    public static Manifest configMap(String namespace, String name, String value) {
        return object("v1", "ConfigMap", namespace, name, "data", Map.of("key", value));
    }

    public static Manifest deployment(String namespace, String name, String image) {
        return deployment(namespace, name, Map.of("containers", List.of(container(name, image))));
    }

    public static Manifest deployment(String namespace, String name, Map<String, Object> podSpec) {
        return workload("Deployment", namespace, name, podSpec, Map.of());
    }

    public static Manifest statefulSet(String namespace, String name, Map<String, Object> podSpec) {
        return workload("StatefulSet", namespace, name, podSpec, Map.of("serviceName", name));
    }

    /** Returns a StatefulSet with a claim template. */
    public static Manifest withClaimTemplate(Manifest statefulSet, String name) {
        Map<String, Object> spec = Map.of(
                "accessModes", List.of("ReadWriteOnce"), "resources", Map.of("requests", Map.of("storage", "1Mi")));
        return statefulSet.withSpec(
                "volumeClaimTemplates", List.of(Map.of("metadata", Map.of("name", name), "spec", spec)));
    }

    /** Returns a Job that is not retried. */
    public static Manifest job(String namespace, String name, Map<String, Object> container) {
        Map<String, Object> podSpec = Map.of("restartPolicy", "Never", "containers", List.of(container));
        Map<String, Object> template = Map.of("metadata", Map.of("labels", Map.of("step", name)), "spec", podSpec);
        return object("batch/v1", "Job", namespace, name, "spec", Map.of("backoffLimit", 0, "template", template));
    }

    public static Manifest claim(String namespace, String name, String storageClass) {
        Map<String, Object> spec = Map.of(
                "accessModes", List.of("ReadWriteOnce"),
                "resources", Map.of("requests", Map.of("storage", "1Mi")),
                "storageClassName", storageClass);
        return object("v1", "PersistentVolumeClaim", namespace, name, "spec", spec);
    }

    public static Manifest service(String namespace, String name, int port, int nodePort) {
        Map<String, Object> spec = Map.of(
                "type", "NodePort",
                "selector", Map.of("app", name),
                "ports", List.of(Map.of("name", "party", "port", port, "nodePort", nodePort)));
        Map<String, Object> metadata = Map.of(
                "name",
                name,
                "namespace",
                namespace,
                "labels",
                labels(name),
                "annotations",
                Map.of("kubefate.io/party-port", String.valueOf(port)));
        return new Manifest(Map.of("apiVersion", "v1", "kind", "Service", "metadata", metadata, "spec", spec));
    }

    public static Manifest ingress(String namespace, String name, String host) {
        Map<String, Object> backend = Map.of("service", Map.of("name", name, "port", Map.of("number", 80)));
        Map<String, Object> path = Map.of("path", "/", "pathType", "Prefix", "backend", backend);
        Map<String, Object> rule = Map.of("host", host, "http", Map.of("paths", List.of(path)));
        return object("networking.k8s.io/v1", "Ingress", namespace, name, "spec", Map.of("rules", List.of(rule)));
    }

    public static Map<String, Object> container(String name, String image) {
        return Map.of("name", name, "image", image, "ports", List.of(Map.of("containerPort", 20000)));
    }

    public static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    public static Manifest object(
            String apiVersion, String kind, String namespace, String name, String key, Map<String, Object> value) {
        Map<String, Object> metadata = Map.of("name", name, "namespace", namespace, "labels", labels(name));
        return new Manifest(Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata, key, value));
    }

    private static Manifest workload(
            String kind, String namespace, String name, Map<String, Object> podSpec, Map<String, Object> more) {
        Map<String, Object> spec = new LinkedHashMap<>(more);
        spec.put("replicas", 1);
        spec.put("selector", Map.of("matchLabels", Map.of("app", name)));
        spec.put("template", Map.of("metadata", Map.of("labels", labels(name)), "spec", podSpec));
        return object("apps/v1", kind, namespace, name, "spec", spec);
    }

    private static Map<String, Object> labels(String name) {
        return Map.of("app", name, Ownership.CLUSTER, CLUSTER_ID, Ownership.MODULE, name);
    }
}
