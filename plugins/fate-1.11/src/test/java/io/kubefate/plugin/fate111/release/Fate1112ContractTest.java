package io.kubefate.plugin.fate111.release;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.nio.file.Path;
import java.util.Set;

class Fate1112ContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate1112Distribution();
    }

    @Override
    protected Set<ReleaseKey> upgradesFrom() {
        return Set.of(new ReleaseKey("fate", "v1.11.1", ""));
    }

    @Override
    protected Path testResources() {
        return Path.of("src", "test", "resources", "v1.11.2");
    }
}
