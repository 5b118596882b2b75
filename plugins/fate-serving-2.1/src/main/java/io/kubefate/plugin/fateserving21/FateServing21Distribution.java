package io.kubefate.plugin.fateserving21;

import io.kubefate.plugin.fateserving21.check.ServingChecks;
import io.kubefate.plugin.fateserving21.model.ClusterModel;
import io.kubefate.plugin.fateserving21.model.ServingValues;
import io.kubefate.plugin.fateserving21.rule.Rules;
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
import io.kubefate.spi.UpgradePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/** FATE-Serving 2.1.6, which runs inference with the models that FATE trained. Its chart has no engine. */
@Extension
public final class FateServing21Distribution implements FateDistribution {

    private static final ReleaseKey RELEASE = new ReleaseKey("fate-serving", "v2.1.6", "");

    /** The releases whose clusters can be upgraded in place. Nothing in their volumes has to be migrated. */
    private static final Set<String> UPGRADED = Set.of("v2.0.0");

    private static final List<ModuleSpec> MODULES = List.of(
            new ModuleSpec(
                    "servingZookeeper",
                    "ZooKeeper, in which the other modules register and find each other",
                    List.of("serving-zookeeper.yaml.ftl")),
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
                    List.of("serving-proxy.yaml.ftl")),
            new ModuleSpec("servingAdmin", "serving-admin: the web console", List.of("serving-admin.yaml.ftl")));

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
        return List.of("service-account.yaml.ftl", "istio.yaml.ftl");
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

    @Override
    public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return UPGRADED.contains(from.chartVersion())
                ? new UpgradePath.Allowed(List.of())
                : new UpgradePath.Refused("FATE-Serving " + from.chartVersion()
                        + " is not supported; upgrade from v2.0.0," + " or delete the cluster and install it again");
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
