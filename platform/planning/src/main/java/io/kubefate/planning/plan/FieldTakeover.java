package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the fields that other clients set on an object those of this service, so that the next apply removes the ones that are not
 * desired, and later applies find no foreign fields. Only {@code metadata.managedFields} changes, as in the upgrade of kubectl to
 * server-side apply (client-go, package {@code csaupgrade}).
 */
public final class FieldTakeover {

    private static final String MANAGED_FIELDS = "managedFields";
    private static final String MANAGER = "manager";
    private static final String OPERATION = "operation";
    private static final String FIELDS = "fieldsV1";

    private FieldTakeover() {}

    /**
     * Takes over the fields of an object. A claim is left alone, because Kubernetes does not let any of its fields go.
     *
     * @param live the object in Kubernetes
     * @return equal to {@code live} if no other client has set fields
     */
    public static Manifest of(Manifest live) {
        List<Map<String, Object>> entries = entries(live);
        List<Map<String, Object>> others =
                entries.stream().filter(FieldTakeover::isOfClient).toList();
        if (others.isEmpty() || live.ref().isClaim()) {
            return live;
        }
        List<Map<String, Object>> kept = new ArrayList<>(entries);
        kept.removeAll(others);
        List<Map<String, Object>> own =
                kept.stream().filter(FieldTakeover::isOwn).toList();
        kept.removeAll(own);
        kept.add(merged(own, others));
        return live.withMetadata(MANAGED_FIELDS, kept);
    }

    private static Map<String, Object> merged(List<Map<String, Object>> own, List<Map<String, Object>> others) {
        Map<String, Object> fields = new HashMap<>();
        own.forEach(entry -> FieldSets.merge(fields, Manifest.map(entry, FIELDS)));
        others.forEach(entry -> FieldSets.merge(fields, Manifest.map(entry, FIELDS)));
        Map<String, Object> entry = new LinkedHashMap<>(own.isEmpty() ? others.get(0) : own.get(0));
        entry.put(MANAGER, Ownership.MANAGER);
        entry.put(OPERATION, "Apply");
        entry.put(FIELDS, fields);
        return entry;
    }

    /** Helm and the original KubeFATE, which has the name of this service, update; Kubernetes itself and subresources stay. */
    private static boolean isOfClient(Map<String, Object> entry) {
        Object manager = entry.get(MANAGER);
        return "Update".equals(entry.get(OPERATION))
                && !entry.containsKey("subresource")
                && (Ownership.MANAGER.equals(manager) || !LastWriter.SYSTEM.contains(String.valueOf(manager)));
    }

    private static boolean isOwn(Map<String, Object> entry) {
        return Ownership.MANAGER.equals(entry.get(MANAGER)) && "Apply".equals(entry.get(OPERATION));
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private static List<Map<String, Object>> entries(Manifest live) {
        return live.metadata().get(MANAGED_FIELDS) instanceof Collection<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(entry -> (Map<String, Object>) entry)
                        .toList()
                : List.of();
    }
}
