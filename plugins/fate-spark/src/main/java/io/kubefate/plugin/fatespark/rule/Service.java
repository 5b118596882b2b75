package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.fate15.model.PythonModel;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.function.Function;

/**
 * A service that FATE-Flow uses on Spark: deployed by a module, or an external one that the cluster.yaml names.
 *
 * @param module the module that deploys it
 * @param name the name of the module's Service
 * @param key the key with the address of an external one
 * @param address the address in FATE-Flow's configuration, read from a cluster.yaml with defaults
 */
record Service(String module, String name, String key, Function<ClusterSpec, String> address) {

    static final Service SPARK = new Service("spark", "spark-master", "python.spark.master", PythonModel::sparkMaster);
    static final Service HDFS = new Service(
            "hdfs", "namenode", "python.hdfs.name_node", spec -> Required.text(spec, "python", "hdfs", "name_node"));
    static final Service RABBITMQ = new Service(
            "rabbitmq", "rabbitmq", "python.rabbitmq.host", spec -> Required.text(spec, "python", "rabbitmq", "host"));
    static final Service NGINX =
            new Service("nginx", "nginx", "python.nginx.host", spec -> Required.text(spec, "python", "nginx", "host"));
    static final List<Service> ALL = List.of(SPARK, HDFS, RABBITMQ, NGINX);

    /** {@return whether FATE-Flow's configuration has the address of the module's Service, whether the module is listed or not} */
    boolean isExpectedHere(ClusterSpec spec) {
        String host = address.apply(spec.withDefaults())
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[:/,].*$", "");
        return host.equals(name) || host.startsWith(name + "." + spec.namespace());
    }

    /** {@return whether FATE-Flow uses the Service of the module} */
    boolean isUsedHere(ClusterSpec spec) {
        return spec.hasModule("python") && spec.hasModule(module) && isExpectedHere(spec);
    }
}
