package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.RabbitMqAccount;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Map;

/** FATE-Flow: its pods and Services, and the addresses in its configuration, used or not. */
public final class PythonModel {

    /** The Spark cores that FATE-Flow assumes unless the cluster.yaml says how many there are. */
    private static final BigInteger SPARK_CORES = BigInteger.valueOf(32);

    private PythonModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Part.of(spec, "python")
                .pod()
                .service("httpNodePort", "grpcNodePort")
                .storage()
                .numbers("replicas")
                .texts("logLevel")
                .givenTexts("serviceAccountName")
                .put(
                        "clustermanager",
                        Part.of(spec, "python", "clustermanager")
                                .numbers("cores_per_node", "nodes")
                                .model())
                .put("spark", spark(spec))
                .put("driver", SparkDriver.of(spec))
                .put("hdfs", Part.of(spec, "python", "hdfs").texts("name_node").model())
                .put("pulsar", pulsar(spec))
                .put("rabbitmq", rabbitmq(spec))
                .put(
                        "nginx",
                        Part.of(spec, "python", "nginx")
                                .texts("host")
                                .numbers("http_port", "grpc_port")
                                .model())
                .model();
    }

    /**
     * Returns the number of Spark cores that FATE-Flow assumes.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return cores per node times nodes if both are given
     */
    public static BigInteger sparkCores(ClusterSpec spec) {
        return WholeNumber.find(spec, "python", "spark", "cores_per_node")
                .flatMap(cores ->
                        WholeNumber.find(spec, "python", "spark", "nodes").map(cores::multiply))
                .orElse(SPARK_CORES);
    }

    private static Map<String, Object> spark(ClusterSpec spec) {
        Part part = Part.of(spec, "python", "spark");
        return part.put(
                        "master",
                        Computing.of(spec) == Computing.SPARK_LOCAL
                                ? "local[*]"
                                : Required.text(part.settings(), "master"))
                .texts("driverHost")
                .givenNumbers("driverStartPort", "portMaxRetries", "blockManagerStartPort")
                .givenTexts("pysparkPython")
                .put("cores", sparkCores(spec))
                .model();
    }

    private static Map<String, Object> pulsar(ClusterSpec spec) {
        return Part.of(spec, "python", "pulsar")
                .texts("host", "cluster", "tenant")
                .numbers("port", "mng_port", "topic_ttl")
                .model();
    }

    private static Map<String, Object> rabbitmq(ClusterSpec spec) {
        return Part.of(spec, "python", "rabbitmq")
                .texts("host")
                .numbers("mng_port", "port")
                .put("user", RabbitMqAccount.of(spec, "user"))
                .put("password", RabbitMqAccount.of(spec, "password"))
                .model();
    }
}
