package io.kubefate.plugin.fate111.release;

import io.kubefate.plugin.shared.ReferencePageContract;
import io.kubefate.spi.FateDistribution;

class Fate1112ReferencePageTest extends ReferencePageContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate1112Distribution();
    }
}
