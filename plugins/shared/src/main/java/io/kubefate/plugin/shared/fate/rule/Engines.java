package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.spi.ClusterSpec;

/**
 * The engines of a cluster.
 *
 * @param computing what runs jobs
 * @param federation {@code Pulsar}, {@code RabbitMQ}, or the gateway, whose value depends on the release
 * @param storage {@code Eggroll}, {@code HDFS} or {@code LocalFS}
 */
record Engines(Computing computing, String federation, String storage) {

    private static final String PULSAR = "Pulsar";
    private static final String RABBITMQ = "RabbitMQ";

    static Engines of(ClusterSpec spec) {
        ClusterSpec complete = spec.withDefaults();
        return new Engines(
                Computing.of(complete), Required.text(complete, "federation"), Required.text(complete, "storage"));
    }

    boolean onEggRoll() {
        return computing == Computing.EGGROLL;
    }

    /** {@return whether jobs, or FATE-Flow for them, use EggRoll's gateway to other parties} */
    boolean useGateway() {
        return onEggRoll() || !(federation.equals(PULSAR) || federation.equals(RABBITMQ));
    }

    /** {@return whether jobs, or FATE-Flow for them, use a module other than the gateway that only some engines need} */
    boolean use(String module) {
        return switch (module) {
            case "clustermanager", "nodemanager" -> onEggRoll();
            case "spark" -> computing == Computing.SPARK;
            case "hdfs" -> storage.equals("HDFS");
            case "pulsar" -> federation.equals(PULSAR);
            case "rabbitmq" -> federation.equals(RABBITMQ);
            case "nginx" -> computing.usesNginx();
            default -> true;
        };
    }

    /** {@return for example {@code computing: Spark, federation: Pulsar and storage: HDFS}} */
    String text() {
        return "computing: " + computing.key() + ", federation: " + federation + " and storage: " + storage;
    }
}
