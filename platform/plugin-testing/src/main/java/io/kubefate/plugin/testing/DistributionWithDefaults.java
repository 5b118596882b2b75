package io.kubefate.plugin.testing;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.spec.SchemaDefaults;
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

/** A distribution that receives each cluster.yaml with the defaults of its schema, as the host passes it. */
final class DistributionWithDefaults implements FateDistribution {

    private final FateDistribution distribution;
    private final SchemaDefaults defaults;

    DistributionWithDefaults(FateDistribution distribution) {
        this.distribution = requireNonNull(distribution, "distribution is null");
        this.defaults = new SchemaDefaults(distribution.schema());
    }

    @Override
    public Set<ReleaseKey> releases() {
        return distribution.releases();
    }

    @Override
    public Map<String, Set<String>> selectors(ReleaseKey release) {
        return distribution.selectors(release);
    }

    @Override
    public boolean defaultEngine() {
        return distribution.defaultEngine();
    }

    @Override
    public List<ModuleSpec> modules() {
        return distribution.modules();
    }

    @Override
    public List<String> commonTemplates() {
        return distribution.commonTemplates();
    }

    @Override
    public String schema() {
        return distribution.schema();
    }

    @Override
    public String example() {
        return distribution.example();
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return distribution.validate(defaults.complete(spec));
    }

    @Override
    public Map<String, Object> model(ClusterSpec spec) {
        return distribution.model(defaults.complete(spec));
    }

    @Override
    public List<ClusterCheck> checks(ClusterSpec spec) {
        return distribution.checks(defaults.complete(spec));
    }

    @Override
    public Optional<FederationMember> federation(ClusterSpec spec) {
        return distribution.federation(defaults.complete(spec));
    }

    @Override
    public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return distribution.upgrade(from, to);
    }
}
