package io.kubefate.plugin.fate15.model;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.Entries;
import io.kubefate.plugin.shared.Given;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.plugin.shared.WholeNumber;
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
 * One of EggRoll's node managers.
 *
 * @param path where cluster.yaml asks for it, for example {@code nodemanager.list[0]}
 * @param name of its Deployment, Service and container
 * @param sessionProcessorsPerNode processes for each session
 * @param nodeSelector labels of the nodes it may run on
 * @param storage where its partitions are
 */
public record NodeManager(
        String path,
        String name,
        BigInteger sessionProcessorsPerNode,
        Map<String, Object> nodeSelector,
        Storage storage) {

    private static final int STANDARD_COUNT = 2;
    private static final int STANDARD_PROCESSORS = 2;

    /** Checks that nothing is null and copies the map. */
    public NodeManager {
        requireNonNull(path, "path is null");
        requireNonNull(name, "name is null");
        requireNonNull(sessionProcessorsPerNode, "sessionProcessorsPerNode is null");
        nodeSelector = Collections.unmodifiableMap(new LinkedHashMap<>(nodeSelector));
        requireNonNull(storage, "storage is null");
    }

    /**
     * The node managers of a cluster: the counted ones, then those of the list. Without a {@code nodemanager} map, two.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return them in order; names may occur twice
     */
    public static List<NodeManager> of(ClusterSpec spec) {
        if (!Given.in(spec, "nodemanager")) {
            return IntStream.range(0, STANDARD_COUNT)
                    .mapToObj(NodeManager::standard)
                    .toList();
        }
        return Stream.concat(counted(spec), listed(spec).stream()).toList();
    }

    Map<String, Object> toModel(boolean persistent) {
        return Map.of(
                "name", name,
                "sessionProcessorsPerNode", sessionProcessorsPerNode,
                "nodeSelector", nodeSelector,
                "storage", storage.toModel(persistent));
    }

    private static NodeManager standard(int index) {
        String name = "nodemanager-" + index;
        BigInteger processors = BigInteger.valueOf(STANDARD_PROCESSORS);
        return new NodeManager("nodemanager", name, processors, Map.of(), Storage.standard(name));
    }

    private static Stream<NodeManager> counted(ClusterSpec spec) {
        ClusterSpec settings = new ClusterSpec(spec.map("nodemanager"));
        int count = WholeNumber.or(0, settings, "count").intValueExact();
        return IntStream.range(0, count).mapToObj(index -> counted(settings, "nodemanager-" + index));
    }

    private static NodeManager counted(ClusterSpec settings, String name) {
        Storage given = Storage.of(name, settings);
        Storage storage = new Storage(name, name, "", given.storageClass(), given.accessMode(), given.size());
        return new NodeManager("nodemanager.count", name, processors(settings), Map.of(), storage);
    }

    private static List<NodeManager> listed(ClusterSpec spec) {
        List<NodeManager> listed = new ArrayList<>();
        for (ClusterSpec entry : Entries.of(spec, "nodemanager", "list")) {
            String path = "nodemanager.list[" + listed.size() + "]";
            String name = entry.name();
            Storage storage = Storage.of(name, entry);
            listed.add(new NodeManager(path, name, processors(entry), NodeSelector.of(entry, "nodeSelector"), storage));
        }
        return listed;
    }

    private static BigInteger processors(ClusterSpec settings) {
        return WholeNumber.or(STANDARD_PROCESSORS, settings, "sessionProcessorsPerNode");
    }
}
