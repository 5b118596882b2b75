package io.kubefate.plugin.fate20;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.fate20.check.FateChecks;
import io.kubefate.plugin.fate20.model.FateModel;
import io.kubefate.plugin.fate20.module.FateModules;
import io.kubefate.plugin.fate20.module.Release;
import io.kubefate.plugin.fate20.rule.Rules;
import io.kubefate.plugin.shared.Resource;
import io.kubefate.plugin.shared.SchemaText;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chart {@code fate} of FATE 2. A plugin adds its {@link Release} and a resource folder with the name of the chart version. One release
 * serves all engines, because a cluster.yaml chooses computing, federation and storage independently of each other.
 */
public abstract class FateChart implements FateDistribution {

    private static final String NAME = "fate";

    private final Release release;

    /**
     * Creates the distribution of a release.
     *
     * @param release what differs between releases
     */
    protected FateChart(Release release) {
        this.release = requireNonNull(release, "release is null");
    }

    @Override
    public final Set<ReleaseKey> releases() {
        return Set.of(new ReleaseKey(NAME, release.chartVersion(), ""));
    }

    @Override
    public final List<ModuleSpec> modules() {
        return FateModules.ALL;
    }

    @Override
    public final List<String> commonTemplates() {
        return List.of(
                "fate/eggroll-config.yaml.ftl",
                "fate/python-config.yaml.ftl",
                "module/istio.yaml.ftl",
                "module/service-account.yaml.ftl");
    }

    @Override
    public final String schema() {
        return SchemaText.of(release.chartVersion() + "/schema.json");
    }

    @Override
    public final String example() {
        return Resource.text(release.chartVersion() + "/example.yaml");
    }

    @Override
    public final List<Problem> validate(ClusterSpec spec) {
        return Rules.check(spec);
    }

    @Override
    public final Map<String, Object> model(ClusterSpec spec) {
        return FateModel.of(spec, release);
    }

    @Override
    public final List<ClusterCheck> checks(ClusterSpec spec) {
        return FateChecks.of(spec, release);
    }
}
