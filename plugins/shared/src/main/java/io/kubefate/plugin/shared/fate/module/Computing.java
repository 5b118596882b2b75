package io.kubefate.plugin.shared.fate.module;

import io.kubefate.spi.ClusterSpec;
import java.util.Arrays;

/** The key {@code computing}: the engine that runs jobs. */
public enum Computing {
    /** EggRoll's node managers. */
    EGGROLL("Eggroll", "eggroll", ""),
    /** The workers of a Spark master. */
    SPARK("Spark", "spark", "-spark"),
    /** Spark in the pod of FATE-Flow. */
    SPARK_LOCAL("Spark_local", "spark", "-spark");

    private final String key;
    private final String engine;
    private final String imageSuffix;

    Computing(String key, String engine, String imageSuffix) {
        this.key = key;
        this.engine = engine;
        this.imageSuffix = imageSuffix;
    }

    /**
     * Returns the engine of a cluster.
     *
     * @param spec a cluster.yaml that the schema accepts, with its defaults
     * @throws IllegalStateException if it has no engine
     */
    public static Computing of(ClusterSpec spec) {
        String key = spec.text("computing").orElse("");
        return Arrays.stream(values())
                .filter(computing -> computing.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("computing is not an engine: " + key));
    }

    /** {@return the value in cluster.yaml} */
    public String key() {
        return key;
    }

    /** {@return the name of the engine in FATE-Flow's configuration} */
    public String engine() {
        return engine;
    }

    /** {@return what the image of FATE-Flow has after its name} */
    public String imageSuffix() {
        return imageSuffix;
    }

    /** {@return whether FATE-Flow reaches other parties through the module nginx instead of EggRoll's gateway} */
    public boolean usesNginx() {
        return this != EGGROLL;
    }
}
