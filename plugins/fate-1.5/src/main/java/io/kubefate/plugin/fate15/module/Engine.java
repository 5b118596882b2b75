package io.kubefate.plugin.fate15.module;

/** The engine that runs the jobs of a FATE cluster. */
public enum Engine {
    /** EggRoll runs jobs, stores tables and connects parties. */
    EGGROLL("eggroll", "python"),
    /** Spark runs jobs, HDFS stores tables, RabbitMQ and nginx connect parties. */
    SPARK("spark", "python-spark");

    private final String backend;
    private final String flowImage;

    Engine(String backend, String flowImage) {
        this.backend = backend;
        this.flowImage = flowImage;
    }

    /** {@return the value of {@code backend} in cluster.yaml} */
    public String backend() {
        return backend;
    }

    /** {@return the name of the image with FATE-Flow and this engine's client} */
    public String flowImage() {
        return flowImage;
    }
}
