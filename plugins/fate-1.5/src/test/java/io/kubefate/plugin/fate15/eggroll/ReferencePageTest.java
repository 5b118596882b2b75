package io.kubefate.plugin.fate15.eggroll;

import io.kubefate.plugin.shared.ReferencePageContract;
import io.kubefate.spi.FateDistribution;

class ReferencePageTest extends ReferencePageContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate15Distribution();
    }
}
