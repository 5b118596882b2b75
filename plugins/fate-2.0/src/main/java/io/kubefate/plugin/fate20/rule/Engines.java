package io.kubefate.plugin.fate20.rule;

import io.kubefate.plugin.fate20.module.Computing;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;

/**
 * The engines of a cluster.
 *
 * @param computing what runs jobs
 * @param federation {@code OSX}, {@code Pulsar} or {@code RabbitMQ}
 * @param storage {@code Eggroll}, {@code HDFS} or {@code LocalFS}
 */
record Engines(Computing computing, String federation, String storage) {

    static Engines of(ClusterSpec spec) {
        ClusterSpec complete = spec.withDefaults();
        return new Engines(
                Computing.of(complete), Required.text(complete, "federation"), Required.text(complete, "storage"));
    }

    boolean onEggRoll() {
        return computing == Computing.EGGROLL;
    }

    /** {@return whether jobs, or FATE-Flow for them, use a module that only some engines need} */
    boolean use(String module) {
        return switch (module) {
            case "clustermanager", "nodemanager" -> onEggRoll();
            case "spark" -> computing == Computing.SPARK;
            case "hdfs" -> storage.equals("HDFS");
            case "pulsar" -> federation.equals("Pulsar");
            case "rabbitmq" -> federation.equals("RabbitMQ");
            case "nginx" -> computing.proxy().equals("nginx");
            case "osx" -> federation.equals("OSX") || computing.proxy().equals("osx");
            default -> true;
        };
    }

    /** {@return for example {@code computing: Spark, federation: Pulsar and storage: HDFS}} */
    String text() {
        return "computing: " + computing.key() + ", federation: " + federation + " and storage: " + storage;
    }
}
