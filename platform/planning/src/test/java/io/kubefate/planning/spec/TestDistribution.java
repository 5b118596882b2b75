package io.kubefate.planning.spec;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A distribution whose schema and rules the test defines. */
record TestDistribution(String schema, Function<ClusterSpec, List<Problem>> rules) implements FateDistribution {

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(new ReleaseKey("test", "v1.0.0", ""));
    }

    @Override
    public List<ModuleSpec> modules() {
        return List.of();
    }

    @Override
    public String example() {
        return "";
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return rules.apply(spec);
    }

    @Override
    public Map<String, Object> model(ClusterSpec spec) {
        return spec.values();
    }
}
