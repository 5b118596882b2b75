package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.List;

/**
 * A service that FATE-Flow uses: deployed by a module, or an external one that the cluster.yaml names.
 *
 * @param module the module that deploys it
 * @param name the name of the module's Service
 * @param key the key with the address of an external one
 */
record UsedService(String module, String name, String key) {

    static final UsedService SPARK = new UsedService("spark", "spark-master", "python.spark.master");
    static final UsedService HDFS = new UsedService("hdfs", "namenode", "python.hdfs.name_node");
    static final UsedService PULSAR = new UsedService("pulsar", "pulsar", "python.pulsar.host");
    static final UsedService RABBITMQ = new UsedService("rabbitmq", "rabbitmq", "python.rabbitmq.host");
    static final UsedService NGINX = new UsedService("nginx", "nginx", "python.nginx.host");

    static final List<UsedService> ALL = List.of(SPARK, HDFS, PULSAR, RABBITMQ, NGINX);

    /** {@return whether FATE-Flow's configuration has the address of the module's Service, whether the module is listed or not} */
    boolean isExpectedHere(ClusterSpec spec) {
        String host = Required.text(spec.withDefaults(), key.split("\\."))
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[:/,].*$", "");
        return host.equals(name) || host.startsWith(name + "." + spec.namespace());
    }

    /** {@return whether jobs use the Service of the module} */
    boolean isUsedHere(ClusterSpec spec) {
        return spec.hasModule("python")
                && spec.hasModule(module)
                && Engines.of(spec).use(module)
                && isExpectedHere(spec);
    }
}
