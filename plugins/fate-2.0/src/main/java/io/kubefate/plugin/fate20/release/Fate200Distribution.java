package io.kubefate.plugin.fate20.release;

import io.kubefate.plugin.fate20.FateChart;
import io.kubefate.plugin.fate20.module.Release;
import org.pf4j.Extension;

/** FATE 2.0.0. */
@Extension
public final class Fate200Distribution extends FateChart {

    private static final Release RELEASE = new Release("v2.0.0", "/data/projects/fate/osx/lib/osx-broker-1.0.0.jar");

    /** Creates the distribution. */
    public Fate200Distribution() {
        super(RELEASE);
    }
}
