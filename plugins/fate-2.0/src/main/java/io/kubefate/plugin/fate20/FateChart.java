package io.kubefate.plugin.fate20;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.fate20.model.FateModel;
import io.kubefate.plugin.fate20.module.Fate2;
import io.kubefate.plugin.fate20.module.Release;
import io.kubefate.plugin.fate20.rule.Fate2Rules;
import io.kubefate.plugin.shared.Resource;
import io.kubefate.plugin.shared.fate.ChartRelease;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.List;
import java.util.Map;

/** Chart {@code fate} of FATE 2. A release adds its {@link Release} and a resource folder with the name of the chart version. */
public abstract class FateChart extends ChartRelease {

    private final Release release;

    /**
     * Creates the distribution of a release.
     *
     * @param release what differs between releases
     */
    protected FateChart(Release release) {
        super(requireNonNull(release, "release is null").chartVersion(), Fate2.GENERATION);
        this.release = release;
    }

    /** The same for all releases of FATE 2. */
    @Override
    public final String example() {
        return Resource.text("example.yaml").replace("{chartVersion}", release.chartVersion());
    }

    @Override
    public final List<Problem> validate(ClusterSpec spec) {
        return Fate2Rules.check(spec);
    }

    @Override
    public final Map<String, Object> model(ClusterSpec spec) {
        return FateModel.of(spec, release);
    }

    @Override
    public final UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return release.upgradesFrom().contains(from.chartVersion())
                ? new UpgradePath.Allowed(List.of("module/upgrade/dump.yaml.ftl"))
                : new UpgradePath.Refused("FATE 2 does not read the data of FATE " + from.chartVersion()
                        + ": FATE-Flow 2 has other tables, and FATE publishes no SQL that migrates those of FATE-Flow 1;"
                        + " install a new cluster in another namespace, and keep this one until its jobs and models are no"
                        + " longer needed");
    }
}
