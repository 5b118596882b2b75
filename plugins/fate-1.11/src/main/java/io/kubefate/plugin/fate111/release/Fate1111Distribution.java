package io.kubefate.plugin.fate111.release;

import io.kubefate.plugin.fate111.FateChart;
import io.kubefate.plugin.fate111.module.Release;
import java.util.Set;
import org.pf4j.Extension;

/** FATE 1.11.1. */
@Extension
public final class Fate1111Distribution extends FateChart {

    private static final Release RELEASE = new Release(
            "1.11.1",
            Set.of(),
            "fluent/fluentd:v1.12",
            "/data/projects/fate/python:/data/projects/fate/eggroll/python",
            "/data/projects/fate/fate/python:/data/projects/fate/eggroll/python:/data/projects/fate/fateflow/python"
                    + ":/data/projects/fate/fate/python/fate_client",
            "mysql",
            false);

    /** Creates the distribution. */
    public Fate1111Distribution() {
        super(RELEASE);
    }
}
