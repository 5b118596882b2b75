package io.kubefate.plugin.fatespark;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;

class FateSparkContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new FateSparkDistribution();
    }
}
