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

/** Replicas, CPU and memory of Spark's master and workers. */
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
                        "spark.master.replicas", "is " + masters + ", but Spark works with one master; set 1"));
    }

    private static Optional<Problem> workers(ClusterSpec spec) {
        return Optional.of(SparkModel.workers(spec.withDefaults()))
                .filter(workers -> workers.signum() == 0)
                .map(workers -> Problem.warning(
                        "spark.worker.replicas", "is 0, so jobs cannot run; set the number of workers, for example 2"));
    }

    /** {@code 512m} is half a byte, {@code 4} is four bytes. */
    private static Optional<Problem> memory(ClusterSpec spec, String part) {
        return Quantity.find(spec, "spark", part, "memory")
                .filter(bytes -> bytes.compareTo(MEBIBYTE) < 0)
                .map(bytes -> Problem.warning(
                        "spark." + part + ".memory",
                        "is less than 1Mi; write a quantity with a unit, for example 512Mi or 4Gi"));
    }

    /** Reported only if a size is set. */
    private static Optional<Problem> cores(ClusterSpec spec) {
        Optional<String> given = CORE_KEYS.stream()
                .filter(key -> spec.text(key.split("\\.")).isPresent())
                .findFirst();
        if (given.isEmpty() || !Service.SPARK.isUsedHere(spec)) {
            return Optional.empty();
        }
        ClusterSpec complete = spec.withDefaults();
        String cpu = SparkModel.workerCpu(complete);
        BigInteger workers = SparkModel.workers(complete);
        BigDecimal wanted = new BigDecimal(PythonModel.sparkCores(complete));
        return Quantity.parse(cpu)
                .map(each -> each.multiply(new BigDecimal(workers)))
                .filter(asked -> asked.compareTo(wanted) < 0)
                .map(asked -> Problem.warning(given.get(), tooFew(wanted, asked, workers, cpu)));
    }

    private static String tooFew(BigDecimal wanted, BigDecimal asked, BigInteger workers, String cpu) {
        return "FATE-Flow assumes " + wanted.toPlainString()
                + " cores (python.spark.cores_per_node * nodes), but the Spark workers request "
                + asked.stripTrailingZeros().toPlainString() + " (spark.worker.replicas " + workers
                + " * cpu " + cpu + "), so jobs wait for cores; make them equal";
    }
}
