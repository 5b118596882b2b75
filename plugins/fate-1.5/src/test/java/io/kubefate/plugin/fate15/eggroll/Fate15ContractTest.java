package io.kubefate.plugin.fate15.eggroll;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;

class Fate15ContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate15Distribution();
    }
}
