package io.kubefate.plugin.fateexchange;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;

class FateExchangeContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new FateExchangeDistribution();
    }
}
