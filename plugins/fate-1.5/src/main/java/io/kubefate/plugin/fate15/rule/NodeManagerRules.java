package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.fate15.model.NodeManager;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of node managers, which are also names of Deployments, Services, ConfigMaps and claims. */
final class NodeManagerRules {

    /** Names of other Deployments and Services, and prefixes of other names that end with {@code -config} or {@code -data}. */
    private static final Set<String> TAKEN = Set.of(
            "rollsite",
            "clustermanager",
            "mysql",
            "python",
            "fateboard",
            "fateflow",
            "fateflow-client",
            "notebook",
            "eggroll");

    /** The same for modules that an EggRoll cluster seldom has. */
    private static final Map<String, Set<String>> TAKEN_BY = Map.of(
            "spark", Set.of("spark-master", "spark-worker", "spark-worker-1"),
            "hdfs", Set.of("namenode", "datanode"),
            "nginx", Set.of("nginx"),
            "rabbitmq", Set.of("rabbitmq"));

    /** As in the schema for each of count and list. */
    private static final int MOST = 300;

    private NodeManagerRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<NodeManager> nodes = NodeManager.of(spec.withDefaults());
        if (nodes.isEmpty() && spec.hasModule("nodemanager")) {
            return List.of(Problem.warning(
                    "nodemanager",
                    "has no node manager, so jobs cannot run; set"
                            + " nodemanager.count or nodemanager.list, or remove the map to get two"));
        }
        if (nodes.size() > MOST) {
            return List.of(Problem.error(
                    "nodemanager", "has " + nodes.size() + " node managers in count and list; the maximum is " + MOST));
        }
        return names(spec, nodes);
    }

    private static List<Problem> names(ClusterSpec spec, List<NodeManager> nodes) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> firstPaths = new HashMap<>();
        for (NodeManager node : nodes) {
            String path = node.path() + ".name";
            if (isTaken(spec, node.name())) {
                problems.add(Problem.error(
                        path,
                        node.name() + " is the name of another Deployment or Service; use nodemanager-" + node.name()));
            }
            String first = firstPaths.putIfAbsent(node.name(), node.path());
            if (first != null) {
                problems.add(Problem.error(
                        path,
                        node.name() + " is also the name of a node manager of " + first + "; choose another name"));
            }
        }
        return problems;
    }

    private static boolean isTaken(ClusterSpec spec, String name) {
        return TAKEN.contains(name)
                || TAKEN_BY.entrySet().stream()
                        .anyMatch(entry -> spec.hasModule(entry.getKey())
                                && entry.getValue().contains(name));
    }
}
