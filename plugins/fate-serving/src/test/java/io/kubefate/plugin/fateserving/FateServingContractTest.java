package io.kubefate.plugin.fateserving;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;

class FateServingContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new FateServingDistribution();
    }
}
