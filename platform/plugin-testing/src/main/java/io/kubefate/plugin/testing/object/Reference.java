package io.kubefate.plugin.testing.object;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reference of an object to another.
 *
 * @param from the object
 * @param kind of the other
 * @param name of the other
 * @param key in the other's data, or empty text for all of it
 */
record Reference(Manifest from, String kind, String name, String key) {

    /** Finds the references in an object, except optional ones. */
    static void of(Manifest object, Consumer<Reference> found) {
        visit(object, "", object.content(), found);
    }

    private static void visit(Manifest from, String field, Object value, Consumer<Reference> found) {
        if (value instanceof List<?> list) {
            list.forEach(element -> visit(from, field, element, found));
        }
        if (value instanceof Map<?, ?> map) {
            if (!Boolean.TRUE.equals(map.get("optional"))) {
                named(from, field, map, found);
            }
            map.forEach((key, child) -> visit(from, String.valueOf(key), child, found));
        }
    }

    private static void named(Manifest from, String field, Map<?, ?> map, Consumer<Reference> found) {
        switch (field) {
            case "configMap", "configMapRef" -> keyed(from, "ConfigMap", map, "name", found);
            case "secret", "secretRef" ->
                keyed(from, "Secret", map, map.containsKey("secretName") ? "secretName" : "name", found);
            case "configMapKeyRef" -> add(from, "ConfigMap", map.get("name"), map.get("key"), found);
            case "secretKeyRef" -> add(from, "Secret", map.get("name"), map.get("key"), found);
            case "persistentVolumeClaim" -> add(from, "PersistentVolumeClaim", map.get("claimName"), "", found);
            case "service" -> add(from, "Service", map.get("name"), "", found);
            case "backend" -> add(from, "Service", map.get("serviceName"), "", found);
            case "tls" -> add(from, "Secret", map.get("secretName"), "", found);
            case "roleRef", "scaleTargetRef", "targetRef" ->
                add(from, String.valueOf(map.get("kind")), map.get("name"), "", found);
            case "subjects" -> subject(from, map, found);
            case "spec" -> spec(from, map, found);
            default -> {
                // names nothing
            }
        }
    }

    private static void keyed(Manifest from, String kind, Map<?, ?> map, String name, Consumer<Reference> found) {
        add(from, kind, map.get(name), "", found);
        if (map.get("items") instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> entry) {
                    add(from, kind, map.get(name), entry.get("key"), found);
                }
            });
        }
    }

    private static void subject(Manifest from, Map<?, ?> map, Consumer<Reference> found) {
        if ("ServiceAccount".equals(map.get("kind"))) {
            add(from, "ServiceAccount", map.get("name"), "", found);
        }
    }

    private static void spec(Manifest from, Map<?, ?> map, Consumer<Reference> found) {
        add(from, "ServiceAccount", map.get("serviceAccountName"), "", found);
        if (from.kind().equals("StatefulSet")) {
            add(from, "Service", map.get("serviceName"), "", found);
        }
    }

    private static void add(
            Manifest from, String kind, @Nullable Object name, @Nullable Object key, Consumer<Reference> found) {
        if (name instanceof String text) {
            found.accept(new Reference(from, kind, text, key == null ? "" : String.valueOf(key)));
        }
    }
}
