package io.kubefate.plugin.fate20.release;

import io.kubefate.plugin.shared.ReferencePageContract;
import io.kubefate.spi.FateDistribution;

class Fate220ReferencePageTest extends ReferencePageContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate220Distribution();
    }
}
