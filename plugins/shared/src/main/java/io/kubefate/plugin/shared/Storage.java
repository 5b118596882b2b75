package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a workload keeps its data.
 *
 * @param owner name of the workload; its claim is called {@code <owner>-data}
 * @param subPath directory in the volume, empty for its root
 * @param existingClaim a claim that is there already, or empty
 * @param storageClass as in cluster.yaml: a name, {@code -} for the empty class, empty for the cluster's default class
 * @param accessMode for example {@code ReadWriteOnce}
 * @param size a Kubernetes quantity
 */
public record Storage(
        String owner, String subPath, String existingClaim, String storageClass, String accessMode, String size) {

    private static final String ACCESS_MODE = "ReadWriteOnce";
    private static final String SIZE = "1Gi";
    private static final String EMPTY_CLASS = "-";

    /** Checks that nothing is null. */
    public Storage {
        requireNonNull(owner, "owner is null");
        requireNonNull(subPath, "subPath is null");
        requireNonNull(existingClaim, "existingClaim is null");
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(accessMode, "accessMode is null");
        requireNonNull(size, "size is null");
    }

    /**
     * The storage keys of a map, with the defaults that hold inside a given map.
     *
     * @param owner see {@link #owner}
     * @param settings the map that has {@code subPath}, {@code existingClaim}, {@code storageClass}, {@code accessMode} and {@code size}
     * @return where the data are
     */
    public static Storage of(String owner, ClusterSpec settings) {
        return new Storage(
                owner,
                settings.text("subPath").orElse(""),
                settings.text("existingClaim").orElse(""),
                settings.text("storageClass").orElse(""),
                settings.text("accessMode").orElse(ACCESS_MODE),
                settings.text("size").orElse(SIZE));
    }

    /**
     * What the release uses where cluster.yaml says nothing: directory and class are called like the workload.
     *
     * @param owner see {@link #owner}
     * @return where the data are
     */
    public static Storage standard(String owner) {
        return new Storage(owner, owner, "", owner, ACCESS_MODE, SIZE);
    }

    /**
     * What {@code lib/storage.yaml.ftl} needs.
     *
     * @param persistent whether data outlive the pod
     * @return {@code persistent}, {@code createClaim}, {@code claim}, {@code subPath}, {@code accessMode}, {@code size}, and
     *     {@code storageClass} unless the default class is meant
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
