package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Quantity;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.fate.model.PythonModel;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers of replicas, resources of pods, and the sizes that FATE-Flow assumes. */
final class SizeRules {

    private static final List<String> REPLICATED =
            List.of("nodemanager", "python", "spark.master", "spark.worker", "hdfs.datanode");

    private static final List<String> WITH_RESOURCES = List.of(
            "lbrollsite",
            "clustermanager",
            "nodemanager",
            "python",
            "spark.master",
            "spark.worker",
            "rabbitmq",
            "pulsar");

    private SizeRules() {}

    static List<Problem> check(ClusterSpec spec, Generation generation) {
        List<Problem> problems = new ArrayList<>();
        REPLICATED.forEach(path -> none(spec, path).ifPresent(problems::add));
        masters(spec).ifPresent(problems::add);
        nodes(spec).ifPresent(problems::add);
        cores(spec).ifPresent(problems::add);
        problems.addAll(requests(spec, generation.gateway()));
        WITH_RESOURCES.forEach(path -> problems.addAll(requests(spec, path)));
        return problems;
    }

    private static Optional<Problem> none(ClusterSpec spec, String path) {
        String[] keys = path.split("\\.");
        return WholeNumber.find(new ClusterSpec(spec.map(keys)), "replicas")
                .filter(replicas -> replicas.signum() == 0 && spec.hasModule(keys[0]))
                .map(replicas -> Problem.warning(
                        path + ".replicas", "is 0, so jobs cannot run; set the number of pods, for example 1"));
    }

    private static Optional<Problem> masters(ClusterSpec spec) {
        return WholeNumber.find(spec, "spark", "master", "replicas")
                .filter(masters -> masters.compareTo(BigInteger.ONE) > 0 && spec.hasModule("spark"))
                .map(masters -> Problem.warning(
                        "spark.master.replicas", "is " + masters + ", but Spark works with one master; set 1"));
    }

    /** Reported only if a size is set. */
    private static Optional<Problem> nodes(ClusterSpec spec) {
        boolean given = spec.text("nodemanager", "replicas").isPresent()
                || spec.text("python", "clustermanager", "nodes").isPresent();
        if (!given || !spec.hasModule("python") || !spec.hasModule("nodemanager")) {
            return Optional.empty();
        }
        ClusterSpec complete = spec.withDefaults();
        BigInteger replicas = Required.number(complete, "nodemanager", "replicas");
        BigInteger assumed = Required.number(complete, "python", "clustermanager", "nodes");
        return replicas.equals(assumed) || replicas.signum() == 0
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        "python.clustermanager.nodes",
                        "FATE-Flow assumes " + assumed + " node managers, but nodemanager.replicas is " + replicas
                                + "; set both to the same number"));
    }

    /** Reported only if the size that FATE-Flow assumes is set. */
    private static Optional<Problem> cores(ClusterSpec spec) {
        if (spec.text("python", "spark", "cores_per_node").isEmpty() || !UsedService.SPARK.isUsedHere(spec)) {
            return Optional.empty();
        }
        ClusterSpec complete = spec.withDefaults();
        BigDecimal assumed = new BigDecimal(PythonModel.sparkCores(complete));
        BigDecimal workers = new BigDecimal(Required.number(complete, "spark", "worker", "replicas"));
        return Quantity.find(complete, "spark", "worker", "resources", "requests", "cpu")
                .map(workers::multiply)
                .filter(requested -> requested.compareTo(assumed) < 0)
                .map(requested -> Problem.warning(
                        "python.spark.cores_per_node",
                        "FATE-Flow assumes " + assumed.toPlainString()
                                + " cores (python.spark.cores_per_node * nodes), but the Spark workers request "
                                + requested.stripTrailingZeros().toPlainString()
                                + " (spark.worker.replicas * resources.requests.cpu), so jobs wait for cores; make"
                                + " them equal"));
    }

    /** The API server refuses requests above the limits. */
    private static List<Problem> requests(ClusterSpec spec, String path) {
        String[] keys = path.split("\\.");
        if (!spec.hasModule(keys[0])) {
            return List.of();
        }
        ClusterSpec complete = new ClusterSpec(spec.withDefaults().map(keys));
        Map<String, Object> requests = complete.map("resources", "requests");
        Map<String, Object> limits = new TreeMap<>(complete.map("resources", "limits"));
        limits.keySet().retainAll(new TreeSet<>(requests.keySet()));
        List<Problem> problems = new ArrayList<>();
        limits.forEach((name, limit) -> {
            Optional<BigDecimal> most = Quantity.parse(String.valueOf(limit));
            Optional<BigDecimal> requested = Quantity.parse(String.valueOf(requests.get(name)));
            if (most.isPresent() && requested.isPresent() && requested.get().compareTo(most.get()) > 0) {
                problems.add(Problem.error(
                        path + ".resources.limits." + name,
                        "is " + limit + ", less than the request of " + requests.get(name)
                                + "; raise the limit, or set " + path + ".resources.requests." + name));
            }
        });
        return problems;
    }
}
