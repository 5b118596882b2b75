package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.fate15.model.PythonModel;
import io.kubefate.plugin.fate15.model.SparkModel;
import io.kubefate.plugin.shared.Quantity;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cores, memory and numbers of Spark's master and workers. */
final class SizeRules {

    private static final List<String> CORE_KEYS =
            List.of("python.spark.cores_per_node", "python.spark.nodes", "spark.worker.cpu", "spark.worker.replicas");

    private static final BigDecimal MEBIBYTE = new BigDecimal(1 << 20);

    private SizeRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("spark")) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        masters(spec).ifPresent(problems::add);
        workers(spec).ifPresent(problems::add);
        memory(spec, "master").ifPresent(problems::add);
        memory(spec, "worker").ifPresent(problems::add);
        cores(spec).ifPresent(problems::add);
        return problems;
    }

    private static Optional<Problem> masters(ClusterSpec spec) {
        return WholeNumber.find(spec, "spark", "master", "replicas")
                .filter(masters -> !masters.equals(BigInteger.ONE))
                .map(masters -> Problem.warning(
                        "spark.master.replicas",
                        "is " + masters + ", and Spark has one master, to which all workers belong; write 1"));
    }

    private static Optional<Problem> workers(ClusterSpec spec) {
        return Optional.of(SparkModel.workers(spec))
                .filter(workers -> workers.signum() == 0)
                .map(workers -> Problem.warning(
                        "spark.worker.replicas",
                        "is 0, so nothing computes; write the number of workers, for example 2"));
    }

    /** {@code 512m} is half a byte, {@code 4} four of them. */
    private static Optional<Problem> memory(ClusterSpec spec, String part) {
        return Quantity.find(spec, "spark", part, "memory")
                .filter(bytes -> bytes.compareTo(MEBIBYTE) < 0)
                .map(bytes -> Problem.warning(
                        "spark." + part + ".memory",
                        "is less than a mebibyte; write bytes with a unit, for example 512Mi or 4Gi"));
    }

    /** Told only to those who set sizes: without any, workers take what their node has. */
    private static Optional<Problem> cores(ClusterSpec spec) {
        Optional<String> given = CORE_KEYS.stream()
                .filter(key -> spec.text(key.split("\\.")).isPresent())
                .findFirst();
        if (given.isEmpty() || !Service.SPARK.isUsedHere(spec)) {
            return Optional.empty();
        }
        String cpu = SparkModel.workerCpu(spec);
        BigDecimal wanted = new BigDecimal(PythonModel.sparkCores(spec));
        return Quantity.parse(cpu)
                .map(each -> each.multiply(new BigDecimal(SparkModel.workers(spec))))
                .filter(asked -> asked.compareTo(wanted) < 0)
                .map(asked -> Problem.warning(given.get(), tooFew(spec, wanted, asked, cpu)));
    }

    private static String tooFew(ClusterSpec spec, BigDecimal wanted, BigDecimal asked, String cpu) {
        return "FATE-Flow reckons with " + wanted.toPlainString()
                + " cores (python.spark.cores_per_node times nodes), the Spark workers ask for "
                + asked.stripTrailingZeros().toPlainString() + " (spark.worker.replicas " + SparkModel.workers(spec)
                + " times cpu " + cpu + "), and jobs that do not get their cores wait; make them equal";
    }
}
