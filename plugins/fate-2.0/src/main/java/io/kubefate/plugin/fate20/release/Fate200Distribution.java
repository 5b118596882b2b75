package io.kubefate.plugin.fate20.release;

import io.kubefate.plugin.fate20.FateChart;
import io.kubefate.plugin.fate20.module.Release;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** FATE 2.0.0. */
@Extension
public final class Fate200Distribution extends FateChart {

    /** Creates the distribution. */
    public Fate200Distribution() {
        super(new Release(
                "v2.0.0",
                Set.of(),
                "/data/projects/fate/osx/lib/osx-broker-1.0.0.jar",
                "/data/projects/fate/fateboard",
                "",
                List.of()));
    }
}
