package io.kubefate.plugin.fate111;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.fate111.model.FateModel;
import io.kubefate.plugin.fate111.module.Fate111;
import io.kubefate.plugin.fate111.module.Release;
import io.kubefate.plugin.fate111.rule.Fate111Rules;
import io.kubefate.plugin.shared.fate.ChartRelease;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.List;
import java.util.Map;

/** Chart {@code fate} of FATE 1.11. */
public abstract class FateChart extends ChartRelease {

    /** The data are saved before the tables change. */
    private static final List<String> UPGRADE =
            List.of("module/upgrade/dump.yaml.ftl", "module/upgrade/tables.yaml.ftl");

    private final Release release;

    /**
     * Creates the distribution of a release.
     *
     * @param release what differs between releases
     */
    protected FateChart(Release release) {
        super(requireNonNull(release, "release is null").chartVersion(), Fate111.GENERATION);
        this.release = release;
    }

    @Override
    public final List<Problem> validate(ClusterSpec spec) {
        return Fate111Rules.check(spec, release);
    }

    @Override
    public final Map<String, Object> model(ClusterSpec spec) {
        return FateModel.of(spec, release);
    }

    @Override
    public final UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return release.upgradesFrom().contains(from.chartVersion())
                ? new UpgradePath.Allowed(UPGRADE)
                : new UpgradePath.Refused("FATE " + from.chartVersion() + " cannot be upgraded to " + to.chartVersion()
                        + " in place, because FATE publishes no SQL that changes its tables to those of "
                        + to.chartVersion()
                        + "; install a new cluster in another namespace, and keep this one until its jobs and models are no"
                        + " longer needed");
    }
}
