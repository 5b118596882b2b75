package io.kubefate.plugin.shared.route;

/** What gateways of two parties have in common so that they understand each other. */
public enum Protocol {
    /** EggRoll's gateways: rollsite, osx, and the balancer before them. */
    EGGROLL,
    /** FATE-Flow's requests on Spark. */
    NGINX,
    /** Data of jobs on Spark, also through the traffic server of an exchange. */
    PULSAR,
    /** Data of jobs on Spark. */
    RABBITMQ,
    /** Inference requests. */
    SERVING;

    /** {@return the name in the SPI} */
    public String text() {
        return switch (this) {
            case EGGROLL -> "eggroll";
            case NGINX -> "nginx";
            case PULSAR -> "pulsar";
            case RABBITMQ -> "rabbitmq";
            case SERVING -> "serving";
        };
    }
}
