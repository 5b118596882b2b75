package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.plugin.shared.serving.RedisAddress;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Redis: the settings of the module {@code servingRedis}, and the address that serving-server uses. */
public final class RedisModel {

    /** The storage keys, which the release reads in {@code servingRedis} and at the top level. */
    public static final List<String> STORAGE_KEYS =
            List.of("subPath", "existingClaim", "storageClass", "accessMode", "size");

    private static final String DIRECTORY = "fate_dev";
    private static final Set<String> MAY_BE_EMPTY = Set.of("subPath", "storageClass");

    private RedisModel() {}

    static Map<String, Object> of(ClusterSpec cluster, boolean persistent) {
        ClusterSpec spec = cluster.withDefaults();
        return Map.of(
                "password",
                Required.text(spec, "servingRedis", "password"),
                "nodeSelector",
                NodeSelector.of(spec, "servingRedis", "nodeSelector"),
                "storage",
                Storage.of(RedisAddress.OWN, storageSettings(cluster)).toModel(persistent),
                "address",
                RedisAddress.of(spec));
    }

    /**
     * The release reads the storage keys at the top level too, if {@code servingRedis} does not have them. Without any of these settings
     * the data are in the root of the volume, else in a directory.
     */
    private static ClusterSpec storageSettings(ClusterSpec cluster) {
        Map<String, Object> settings =
                new LinkedHashMap<>(cluster.withDefaults().map("servingRedis"));
        boolean given = !cluster.map("servingRedis").isEmpty();
        for (String key : STORAGE_KEYS) {
            Optional<Object> top = cluster.find(key);
            given |= top.isPresent();
            if (cluster.find("servingRedis", key).isEmpty()) {
                top.filter(value -> !value.equals("") || MAY_BE_EMPTY.contains(key))
                        .ifPresent(value -> settings.put(key, value));
            }
        }
        settings.putIfAbsent("subPath", given ? DIRECTORY : "");
        return new ClusterSpec(settings);
    }
}
