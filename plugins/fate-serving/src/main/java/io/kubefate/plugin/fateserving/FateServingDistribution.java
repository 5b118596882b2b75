package io.kubefate.plugin.fateserving;

import io.kubefate.plugin.fateserving.check.ServingChecks;
import io.kubefate.plugin.fateserving.model.ClusterModel;
import io.kubefate.plugin.fateserving.model.ServingValues;
import io.kubefate.plugin.fateserving.rule.Rules;
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

/** FATE-Serving 2.0.0, which runs inference with the models that FATE trained. Its chart has no engine. */
@Extension
public final class FateServingDistribution implements FateDistribution {

    private static final ReleaseKey RELEASE = new ReleaseKey("fate-serving", "v2.0.0", "");

    private static final List<ModuleSpec> MODULES = List.of(
            new ModuleSpec(
                    "servingRedis",
                    "Redis, the cache of serving-server; omit it to use an external one",
                    List.of("serving-redis.yaml.ftl")),
            new ModuleSpec(
                    "servingServer",
                    "serving-server: loads models from FATE-Flow and runs inference",
                    List.of("serving-server.yaml.ftl")),
            new ModuleSpec(
                    "servingProxy",
                    "serving-proxy: receives inference requests and connects the parties",
                    List.of("serving-proxy.yaml.ftl")));

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
        return List.of("istio.yaml.ftl");
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
        return ClusterModel.of(spec);
    }

    @Override
    public List<ClusterCheck> checks(ClusterSpec spec) {
        return ServingChecks.of(spec);
    }

    /** {@return the party, or the exchange if the cluster runs no inference} */
    @Override
    public Optional<FederationMember> federation(ClusterSpec spec) {
        return Gateways.of(spec).serving().member(Gateways.INFERENCE, !spec.hasModule("servingServer"));
    }

    @Override
    public Map<String, Object> specOf(Map<String, Object> values) {
        return ServingValues.spec(values);
    }
}
