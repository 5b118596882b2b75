package io.kubefate.plugin.fate15.model;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node manager of EggRoll.
 *
 * @param path its path in the cluster.yaml, for example {@code nodemanager.list[0]}
 * @param name the name of its Deployment, Service and container
 * @param sessionProcessorsPerNode processes for each session
 * @param nodeSelector labels of the nodes that can run it
 * @param storage where it stores its partitions
 */
public record NodeManager(
        String path,
        String name,
        BigInteger sessionProcessorsPerNode,
        Map<String, Object> nodeSelector,
        Storage storage) {

    /** Copies the map. */
    public NodeManager {
        requireNonNull(path, "path is null");
        requireNonNull(name, "name is null");
        requireNonNull(sessionProcessorsPerNode, "sessionProcessorsPerNode is null");
        nodeSelector = Collections.unmodifiableMap(new LinkedHashMap<>(nodeSelector));
        requireNonNull(storage, "storage is null");
    }

    /**
     * Returns the node managers of a cluster: first those of {@code count}, then those of {@code list}.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return in order; names may be duplicate
     */
    public static List<NodeManager> of(ClusterSpec spec) {
        return Stream.concat(counted(spec), listed(spec).stream()).toList();
    }

    Map<String, Object> toModel(boolean persistent) {
        return Map.of(
                "name", name,
                "sessionProcessorsPerNode", sessionProcessorsPerNode,
                "nodeSelector", nodeSelector,
                "storage", storage.toModel(persistent));
    }

    private static Stream<NodeManager> counted(ClusterSpec spec) {
        ClusterSpec settings = new ClusterSpec(spec.map("nodemanager"));
        int count = Required.number(settings, "count").intValueExact();
        return IntStream.range(0, count).mapToObj(index -> counted(settings, "nodemanager-" + index));
    }

    private static NodeManager counted(ClusterSpec settings, String name) {
        Storage given = Storage.of(name, settings);
        Storage storage = new Storage(name, name, "", given.storageClass(), given.accessMode(), given.size());
        return new NodeManager("nodemanager.count", name, processors(settings), Map.of(), storage);
    }

    private static List<NodeManager> listed(ClusterSpec spec) {
        List<NodeManager> listed = new ArrayList<>();
        for (ClusterSpec entry : MapList.of(spec, "nodemanager", "list")) {
            String path = "nodemanager.list[" + listed.size() + "]";
            String name = entry.name();
            Storage storage = Storage.of(name, entry);
            listed.add(new NodeManager(path, name, processors(entry), NodeSelector.of(entry, "nodeSelector"), storage));
        }
        return listed;
    }

    private static BigInteger processors(ClusterSpec settings) {
        return Required.number(settings, "sessionProcessorsPerNode");
    }
}
