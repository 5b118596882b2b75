package io.kubefate.plugin.shared.fate;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.Resource;
import io.kubefate.plugin.shared.SchemaText;
import io.kubefate.plugin.shared.fate.check.FateChecks;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A release of the chart {@code fate}, which serves all engines, because a cluster.yaml chooses computing, federation and storage
 * independently of each other. A plugin adds model and rules, a resource folder with the name of the chart version, and the templates of
 * its gateway and of the files in {@code templates/files/fate}.
 */
public abstract class ChartRelease implements FateDistribution {

    private static final String NAME = "fate";

    private final String version;
    private final Generation generation;

    /**
     * Creates the release.
     *
     * @param version the version of the chart, also the name of the folder with {@code schema.json} and {@code example.yaml}
     * @param generation what differs between FATE 1 and FATE 2
     */
    protected ChartRelease(String version, Generation generation) {
        this.version = requireNonNull(version, "version is null");
        this.generation = requireNonNull(generation, "generation is null");
    }

    @Override
    public final Set<ReleaseKey> releases() {
        return Set.of(new ReleaseKey(NAME, version, ""));
    }

    @Override
    public final List<ModuleSpec> modules() {
        return generation.modules();
    }

    @Override
    public final List<String> commonTemplates() {
        return List.of(
                "fate/eggroll-config.yaml.ftl",
                "module/python-config.yaml.ftl",
                "module/istio.yaml.ftl",
                "module/service-account.yaml.ftl");
    }

    @Override
    public final String schema() {
        return SchemaText.of(version + "/schema.json");
    }

    @Override
    public String example() {
        return Resource.text(version + "/example.yaml");
    }

    @Override
    public final List<ClusterCheck> checks(ClusterSpec spec) {
        return FateChecks.of(spec, model(spec), generation);
    }

    /** {@return nothing: the operator has the file} */
    @Override
    public final Map<String, Object> specOf(Map<String, Object> values) {
        return Map.of();
    }

    /** {@return the party, or the exchange if the cluster has only a gateway} */
    @Override
    public final Optional<FederationMember> federation(ClusterSpec spec) {
        boolean exchange = spec.modules().equals(List.of(generation.gateway()));
        return generation.gateways(spec).member(Gateways.TRAINING, exchange);
    }
}
