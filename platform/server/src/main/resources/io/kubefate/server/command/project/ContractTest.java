package [=package];

import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.spi.FateDistribution;

/** Everything that the host relies on. */
class [=class]Test extends DistributionContract {

    @Override
    protected FateDistribution distribution() {
        return new [=class]();
    }
}
