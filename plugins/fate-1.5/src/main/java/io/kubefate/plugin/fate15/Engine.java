package io.kubefate.plugin.fate15;

/** What the jobs of a FATE cluster compute on. The releases of chart {@code fate} differ in this alone. */
public enum Engine {
    /** EggRoll computes, stores and connects parties. */
    EGGROLL("eggroll", "python"),
    /** Spark computes, HDFS stores, RabbitMQ and nginx connect parties. */
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
