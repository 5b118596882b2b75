package io.kubefate.plugin.fate20.release;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;

class Fate200ContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate200Distribution();
    }
}
