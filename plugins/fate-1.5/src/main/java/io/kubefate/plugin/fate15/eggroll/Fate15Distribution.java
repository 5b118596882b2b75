package io.kubefate.plugin.fate15.eggroll;

import io.kubefate.plugin.fate15.FateChart;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import org.pf4j.Extension;

/** FATE 1.5.0 on EggRoll. */
@Extension
public final class Fate15Distribution extends FateChart {

    /** Creates the distribution on EggRoll. */
    public Fate15Distribution() {
        super(Engine.EGGROLL);
    }

    /** {@return true, because a file without {@code backend} selects EggRoll} */
    @Override
    public boolean defaultEngine() {
        return true;
    }

    @Override
    protected List<Problem> engineProblems(ClusterSpec spec) {
        return EggRollRules.check(spec);
    }
}
