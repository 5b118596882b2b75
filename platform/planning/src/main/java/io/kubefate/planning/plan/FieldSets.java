package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import java.util.HashMap;
import java.util.Map;

/** Sets of fields in the format FieldsV1 of Kubernetes: nested maps with a key for each field. */
final class FieldSets {

    private FieldSets() {}

    /** Adds the fields of a set to another one. */
    static void merge(Map<String, Object> into, Map<String, Object> more) {
        more.keySet().forEach(key -> {
            Map<String, Object> merged = new HashMap<>(Manifest.map(into, key));
            merge(merged, Manifest.map(more, key));
            into.put(key, merged);
        });
    }
}
