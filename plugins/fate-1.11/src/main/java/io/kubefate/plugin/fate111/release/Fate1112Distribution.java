package io.kubefate.plugin.fate111.release;

import io.kubefate.plugin.fate111.FateChart;
import io.kubefate.plugin.fate111.module.Release;
import java.util.Set;
import org.pf4j.Extension;

/** FATE 1.11.2. */
@Extension
public final class Fate1112Distribution extends FateChart {

    private static final Release RELEASE =
            new Release("1.11.2", Set.of("v1.11.1"), "fluent/fluent-bit:2.1.4", "python", "", "tencent_cos", true);

    /** Creates the distribution. */
    public Fate1112Distribution() {
        super(RELEASE);
    }
}
