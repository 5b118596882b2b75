package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.fate15.model.PythonModel;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.function.Function;

/**
 * What FATE-Flow needs on Spark: deployed by a module, or outside and named.
 *
 * @param module the module that deploys it
 * @param name of the Service that the module makes
 * @param key where cluster.yaml names another
 * @param address what FATE-Flow is told, given or by default
 */
record Service(String module, String name, String key, Function<ClusterSpec, String> address) {

    static final Service SPARK = new Service("spark", "spark-master", "python.spark.master", PythonModel::sparkMaster);
    static final Service HDFS = new Service(
            "hdfs",
            "namenode",
            "python.hdfs.name_node",
            spec -> spec.text("python", "hdfs", "name_node").orElse(PythonModel.NAME_NODE));
    static final Service RABBITMQ = new Service(
            "rabbitmq",
            "rabbitmq",
            "python.rabbitmq.host",
            spec -> spec.text("python", "rabbitmq", "host").orElse("rabbitmq"));
    static final Service NGINX = new Service(
            "nginx",
            "nginx",
            "python.nginx.host",
            spec -> spec.text("python", "nginx", "host").orElse("nginx"));
    static final List<Service> ALL = List.of(SPARK, HDFS, RABBITMQ, NGINX);

    /** {@return whether FATE-Flow is told the address of the module, whether the module is on or not} */
    boolean isExpectedHere(ClusterSpec spec) {
        String host = address.apply(spec).replaceFirst("^[a-z]+://", "").replaceFirst("[:/,].*$", "");
        return host.equals(name) || host.startsWith(name + "." + spec.namespace());
    }

    /** {@return whether FATE-Flow uses what the module deploys} */
    boolean isUsedHere(ClusterSpec spec) {
        return spec.hasModule("python") && spec.hasModule(module) && isExpectedHere(spec);
    }
}
