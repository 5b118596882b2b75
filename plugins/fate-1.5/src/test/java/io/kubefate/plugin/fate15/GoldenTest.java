package io.kubefate.plugin.fate15;

import io.kubefate.plugin.shared.GoldenContract;
import io.kubefate.spi.FateDistribution;

class GoldenTest extends GoldenContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate15Distribution();
    }
}
