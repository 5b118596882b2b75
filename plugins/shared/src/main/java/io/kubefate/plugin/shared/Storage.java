package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The storage of a workload.
 *
 * @param owner the name of the workload; its claim is {@code <owner>-data}
 * @param subPath directory in the volume, or empty for its root
 * @param existingClaim an existing claim, or empty
 * @param storageClass as in cluster.yaml: a name, {@code -} for the empty class, empty for the cluster's default class
 * @param accessMode for example {@code ReadWriteOnce}
 * @param size a Kubernetes quantity
 */
public record Storage(
        String owner, String subPath, String existingClaim, String storageClass, String accessMode, String size) {

    private static final String EMPTY_CLASS = "-";

    public Storage {
        requireNonNull(owner, "owner is null");
        requireNonNull(subPath, "subPath is null");
        requireNonNull(existingClaim, "existingClaim is null");
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(accessMode, "accessMode is null");
        requireNonNull(size, "size is null");
    }

    /**
     * Reads the storage keys of a map.
     *
     * @param owner see {@link #owner}
     * @param settings the map with {@code subPath}, {@code existingClaim}, {@code storageClass}, {@code accessMode} and {@code size},
     *     with defaults for the last two
     * @return the storage
     */
    public static Storage of(String owner, ClusterSpec settings) {
        return new Storage(
                owner,
                settings.text("subPath").orElse(""),
                settings.text("existingClaim").orElse(""),
                settings.text("storageClass").orElse(""),
                Required.text(settings, "accessMode"),
                Required.text(settings, "size"));
    }

    /**
     * Returns the variables of {@code lib/storage.yaml.ftl}.
     *
     * @param persistent whether a claim keeps the data
     * @return {@code persistent}, {@code createClaim}, {@code claim}, {@code subPath}, {@code accessMode}, {@code size}, and
     *     {@code storageClass} unless it is the default class
     */
    public Map<String, Object> toModel(boolean persistent) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("persistent", persistent);
        model.put("createClaim", persistent && existingClaim.isEmpty());
        model.put("claim", existingClaim.isEmpty() ? owner + "-data" : existingClaim);
        model.put("subPath", subPath);
        model.put("accessMode", accessMode);
        model.put("size", size);
        if (!storageClass.isEmpty()) {
            model.put("storageClass", storageClass.equals(EMPTY_CLASS) ? "" : storageClass);
        }
        return model;
    }
}
