package io.kubefate.plugin.fate111.release;

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;
import java.nio.file.Path;

class Fate1111ContractTest extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new Fate1111Distribution();
    }

    @Override
    protected Path testResources() {
        return Path.of("src", "test", "resources", "v1.11.1");
    }
}
