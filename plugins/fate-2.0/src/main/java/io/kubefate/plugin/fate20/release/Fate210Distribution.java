package io.kubefate.plugin.fate20.release;

import io.kubefate.plugin.fate20.FateChart;
import io.kubefate.plugin.fate20.module.Release;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** FATE 2.1.0. */
@Extension
public final class Fate210Distribution extends FateChart {

    /** Creates the distribution. */
    public Fate210Distribution() {
        super(new Release(
                "v2.1.0",
                Set.of("v2.0.0"),
                "/data/projects/fate/osx/lib/osx-broker-1.1.0.jar:pb_lib/v3/*",
                "/data/projects/fate/fate_board",
                "fateboard-2.1.0.jar",
                List.of("fate", "fate_flow", "fate_client", "eggroll")));
    }
}
