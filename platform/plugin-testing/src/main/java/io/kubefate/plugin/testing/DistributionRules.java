package io.kubefate.plugin.testing;

import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules for releases and modules of a distribution. */
final class DistributionRules {

    private static final ReleaseKey UNKNOWN = new ReleaseKey("no-such-chart", "v0.0.1", "");

    private DistributionRules() {}

    /** {@return a sentence for each violation} */
    static List<String> violations(FateDistribution distribution) {
        List<String> found = new ArrayList<>();
        if (distribution.releases().isEmpty()) {
            found.add("releases() is empty; return chart, version and engine");
        }
        distribution.releases().forEach(key -> release(distribution, key, found));
        modules(distribution, found);
        return found;
    }

    private static void release(FateDistribution distribution, ReleaseKey key, List<String> found) {
        if (key.chartName().isBlank() || !key.chartVersion().startsWith("v")) {
            found.add("releases() has " + key + "; a chart has a name and a version such as v1.6.0");
        }
        Object answer = distribution.upgrade(UNKNOWN, key);
        if (!(answer instanceof UpgradePath)) {
            found.add("upgrade() returns " + answer + " for an unknown release; return Refused");
        }
    }

    private static void modules(FateDistribution distribution, List<String> found) {
        if (distribution.modules().isEmpty()) {
            found.add("modules() is empty; a release has at least one module");
        }
        Set<String> names = new HashSet<>();
        for (ModuleSpec module : distribution.modules()) {
            if (module.name().isBlank() || !names.add(module.name())) {
                found.add("modules() has \"" + module.name() + "\" twice, or without a name");
            }
            if (module.description().isBlank()) {
                found.add("module " + module.name() + ": has no description; add one line");
            }
        }
    }
}
