package io.kubefate.plugin.fate111;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.plugin.fate111.module.Fate111;
import io.kubefate.plugin.fate111.release.Fate1111Distribution;
import io.kubefate.plugin.fate111.release.Fate1112Distribution;
import io.kubefate.plugin.shared.fate.ClusterFiles;

/** cluster.yaml files of both releases for tests. */
public final class Clusters {

    /** Those of FATE 1.11.1. */
    public static final ClusterFiles FIRST = of(new Fate1111Distribution(), "v1.11.1");
    /** Those of FATE 1.11.2. */
    public static final ClusterFiles SECOND = of(new Fate1112Distribution(), "v1.11.2");

    private Clusters() {}

    private static ClusterFiles of(FateChart chart, String version) {
        return new ClusterFiles(new SchemaDefaults(chart.schema()), version, Fate111.GENERATION.gateway());
    }
}
