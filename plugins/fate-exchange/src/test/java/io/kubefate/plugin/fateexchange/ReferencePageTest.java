package io.kubefate.plugin.fateexchange;

import io.kubefate.plugin.shared.ReferencePageContract;
import io.kubefate.spi.FateDistribution;

class ReferencePageTest extends ReferencePageContract {

    @Override
    protected FateDistribution distribution() {
        return new FateExchangeDistribution();
    }
}
