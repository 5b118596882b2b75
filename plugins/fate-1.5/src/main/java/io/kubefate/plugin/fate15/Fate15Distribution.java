package io.kubefate.plugin.fate15;

import io.kubefate.plugin.fate15.model.ClusterModel;
import io.kubefate.plugin.fate15.rule.Rules;
import io.kubefate.plugin.shared.Resource;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/** FATE 1.5.0 on EggRoll. */
@Extension
public final class Fate15Distribution implements FateDistribution {

    private static final ReleaseKey RELEASE = new ReleaseKey("fate", "v1.5.0", "eggroll");

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(RELEASE);
    }

    /** {@return true: the chart of this version means EggRoll when {@code backend} is not given} */
    @Override
    public boolean defaultEngine() {
        return true;
    }

    @Override
    public List<ModuleSpec> modules() {
        return Modules.ALL;
    }

    @Override
    public List<String> commonTemplates() {
        return List.of("eggroll-config.yaml.ftl", "python-config.yaml.ftl", "istio.yaml.ftl");
    }

    @Override
    public String schema() {
        return Resource.text("schema.json");
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
}
