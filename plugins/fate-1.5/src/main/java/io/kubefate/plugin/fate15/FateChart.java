package io.kubefate.plugin.fate15;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.fate15.check.FateChecks;
import io.kubefate.plugin.fate15.model.FateModel;
import io.kubefate.plugin.fate15.model.FateValues;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.fate15.module.FateModules;
import io.kubefate.plugin.fate15.rule.Rules;
import io.kubefate.plugin.shared.Resource;
import io.kubefate.plugin.shared.SchemaText;
import io.kubefate.plugin.shared.route.Gateways;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chart {@code fate} v1.5.0 on one engine. The plugin of the engine adds a resource folder with the engine's name, which has
 * {@code schema.json} (the keys {@code modules} and {@code backend}) and {@code example.yaml}, and its rules.
 */
public abstract class FateChart implements FateDistribution {

    private static final String NAME = "fate";
    private static final String VERSION = "v1.5.0";

    private final Engine engine;

    /**
     * Creates the distribution of an engine.
     *
     * @param engine the engine of this plugin
     */
    protected FateChart(Engine engine) {
        this.engine = requireNonNull(engine, "engine is null");
    }

    /**
     * Checks the rules of this engine.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return all problems, reported after those of the release
     */
    protected abstract List<Problem> engineProblems(ClusterSpec spec);

    @Override
    public final Set<ReleaseKey> releases() {
        return Set.of(new ReleaseKey(NAME, VERSION, engine.backend()));
    }

    @Override
    public final List<ModuleSpec> modules() {
        return FateModules.ALL;
    }

    @Override
    public final List<String> commonTemplates() {
        return List.of("fate/eggroll-config.yaml.ftl", "fate/python-config.yaml.ftl", "fate/istio.yaml.ftl");
    }

    @Override
    public final String schema() {
        return SchemaText.of(engine.backend() + "/schema.json");
    }

    @Override
    public final String example() {
        return Resource.text(engine.backend() + "/example.yaml");
    }

    @Override
    public final List<Problem> validate(ClusterSpec spec) {
        return Stream.concat(Rules.check(spec).stream(), engineProblems(spec).stream())
                .toList();
    }

    @Override
    public final Map<String, Object> model(ClusterSpec spec) {
        return FateModel.of(spec, engine);
    }

    @Override
    public final List<ClusterCheck> checks(ClusterSpec spec) {
        return FateChecks.of(spec, engine);
    }

    /** {@return the party, or the exchange if the cluster has only a gateway} */
    @Override
    public final Optional<FederationMember> federation(ClusterSpec spec) {
        boolean exchange = spec.modules().equals(List.of("rollsite"));
        return FateChecks.gateways(spec).member(Gateways.TRAINING, exchange);
    }

    @Override
    public final Map<String, Object> specOf(Map<String, Object> values) {
        return FateValues.spec(values);
    }
}
