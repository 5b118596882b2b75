package io.kubefate.plugin.fateexchange;

import io.kubefate.plugin.fateexchange.check.ExchangeChecks;
import io.kubefate.plugin.fateexchange.model.ExchangeModel;
import io.kubefate.plugin.fateexchange.model.ExchangeRoutes;
import io.kubefate.plugin.fateexchange.rule.Rules;
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
import org.pf4j.Extension;

/** The exchange of FATE 1.11.2, through which parties reach each other on EggRoll, Spark or both. Its chart has no engine. */
@Extension
public final class FateExchangeDistribution implements FateDistribution {

    private static final ReleaseKey RELEASE = new ReleaseKey("fate-exchange", "v1.11.2", "");

    private static final List<ModuleSpec> MODULES = List.of(
            new ModuleSpec("rollsite", "rollsite: connects parties on EggRoll", List.of("exchange/rollsite.yaml.ftl")),
            new ModuleSpec(
                    "trafficServer",
                    "Apache Traffic Server: connects the Pulsar of parties on Spark",
                    List.of("exchange/traffic-server.yaml.ftl")),
            new ModuleSpec(
                    "nginx", "nginx: connects the FATE-Flow of parties on Spark", List.of("module/nginx.yaml.ftl")));

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(RELEASE);
    }

    @Override
    public List<ModuleSpec> modules() {
        return MODULES;
    }

    @Override
    public List<String> commonTemplates() {
        return List.of("module/service-account.yaml.ftl");
    }

    @Override
    public String schema() {
        return SchemaText.of("schema.json");
    }

    @Override
    public String example() {
        return Resource.text("example.yaml");
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return Rules.check(spec);
    }

    @Override
    public Map<String, Object> model(ClusterSpec spec) {
        return ExchangeModel.of(spec);
    }

    @Override
    public List<ClusterCheck> checks(ClusterSpec spec) {
        return ExchangeChecks.of(spec);
    }

    /** {@return nothing: the operator has the file} */
    @Override
    public Map<String, Object> specOf(Map<String, Object> values) {
        return Map.of();
    }

    @Override
    public Optional<FederationMember> federation(ClusterSpec spec) {
        return ExchangeRoutes.of(spec).member(Gateways.TRAINING, true);
    }
}
