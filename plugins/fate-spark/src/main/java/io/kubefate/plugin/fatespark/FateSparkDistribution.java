package io.kubefate.plugin.fatespark;

import io.kubefate.plugin.fate15.FateChart;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.fatespark.rule.SparkRules;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import org.pf4j.Extension;

/** FATE 1.5.0 on Spark. */
@Extension
public final class FateSparkDistribution extends FateChart {

    /** Creates the distribution on Spark. */
    public FateSparkDistribution() {
        super(Engine.SPARK);
    }

    @Override
    protected List<Problem> engineProblems(ClusterSpec spec) {
        return SparkRules.check(spec);
    }
}
