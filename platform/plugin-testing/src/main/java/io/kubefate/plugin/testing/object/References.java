package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Referenced ConfigMaps, Secrets, claims, service accounts, Services, keys and ports exist. */
public final class References {

    /** Kinds of objects that can be external; the cluster.yaml then has their name. */
    private static final Set<String> FROM_OUTSIDE = Set.of("Secret", "PersistentVolumeClaim", "ServiceAccount");

    /** Objects of every namespace. */
    private static final String STANDARD_ACCOUNT = "default";

    private References() {}

    /**
     * Finds references to objects that do not exist.
     *
     * @param objects of a cluster with all modules
     * @param outside every text of its cluster.yaml: Secrets, claims and service accounts that it names itself come from outside
     * @return a sentence for each missing object, key or port
     */
    public static List<String> dangling(ObjectSet objects, Set<String> outside) {
        List<Reference> references = new ArrayList<>();
        objects.objects().forEach(object -> Reference.of(object, references::add));
        Stream<String> names = references.stream()
                .filter(reference -> !reference.kind().startsWith("Cluster"))
                .filter(reference -> !isOutside(reference, outside))
                .flatMap(reference -> check(reference, objects));
        return Stream.of(names, ingressPorts(objects), mountedFiles(objects), HostNames.unknown(objects))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private static boolean isOutside(Reference reference, Set<String> outside) {
        return FROM_OUTSIDE.contains(reference.kind())
                && (outside.contains(reference.name()) || reference.name().equals(STANDARD_ACCOUNT));
    }

    private static Stream<String> check(Reference reference, ObjectSet objects) {
        Optional<Manifest> named = objects.find(reference.kind(), reference.name());
        if (named.isEmpty()) {
            return Stream.of(reference.from().ref() + " names " + reference.kind() + "/" + reference.name()
                    + ", which no template creates; create it, or correct the name");
        }
        return reference.key().isEmpty() || has(named.get(), reference.key())
                ? Stream.empty()
                : Stream.of(reference.from().ref() + " names the key " + reference.key() + " of "
                        + named.get().ref() + ", which has " + keys(named.get()));
    }

    private static Stream<String> ingressPorts(ObjectSet objects) {
        return objects.ofKind("Ingress")
                .flatMap(ingress -> Fields.maps(ingress.spec(), "rules").stream()
                        .flatMap(rule -> Fields.maps(map(rule, "http"), "paths").stream())
                        .map(path -> map(map(path, "backend"), "service"))
                        .flatMap(backend -> ingressPort(ingress, backend, objects)));
    }

    private static Stream<String> ingressPort(Manifest ingress, Map<String, Object> backend, ObjectSet objects) {
        Map<String, Object> port = map(backend, "port");
        return objects.find("Service", Fields.text(backend, "name")).stream()
                .filter(service -> Fields.maps(service.spec(), "ports").stream()
                        .noneMatch(open -> port.containsKey("number")
                                ? port.get("number").equals(open.get("port"))
                                : Fields.text(port, "name").equals(Fields.text(open, "name"))))
                .map(service -> ingress.ref() + " refers to the port " + port + " of " + service.ref()
                        + ", which does not exist");
    }

    /** A file that is mounted with subPath is a key of the ConfigMap. */
    private static Stream<String> mountedFiles(ObjectSet objects) {
        return objects.pods().stream()
                .flatMap(pod -> pod.allContainers()
                        .flatMap(container -> Fields.maps(container, "volumeMounts").stream()
                                .filter(mount -> !Fields.text(mount, "subPath").isEmpty())
                                .flatMap(mount -> mountedFile(pod, container, mount, objects))));
    }

    private static Stream<String> mountedFile(
            Pod pod, Map<String, Object> container, Map<String, Object> mount, ObjectSet objects) {
        String file = Fields.text(mount, "subPath");
        return Fields.maps(pod.spec(), "volumes").stream()
                .filter(volume -> Fields.text(volume, "name").equals(Fields.text(mount, "name")))
                .map(volume -> map(volume, "configMap"))
                .filter(source -> Fields.maps(source, "items").isEmpty())
                .flatMap(source -> objects.find("ConfigMap", Fields.text(source, "name")).stream())
                .filter(configMap -> !has(configMap, file))
                .map(configMap -> pod.named(container) + " mounts the file " + file + " of " + configMap.ref()
                        + ", which has " + keys(configMap));
    }

    private static boolean has(Manifest holder, String key) {
        return keys(holder).contains(key);
    }

    private static List<String> keys(Manifest holder) {
        return Stream.of("data", "stringData", "binaryData")
                .flatMap(field -> map(holder.content(), field).keySet().stream())
                .toList();
    }
}
