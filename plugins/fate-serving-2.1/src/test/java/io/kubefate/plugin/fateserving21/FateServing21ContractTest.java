package io.kubefate.plugin.fateserving21;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.util.Set;

class FateServing21ContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new FateServing21Distribution();
    }

    @Override
    protected Set<ReleaseKey> upgradesFrom() {
        return Set.of(new ReleaseKey("fate-serving", "v2.0.0", ""));
    }
}
