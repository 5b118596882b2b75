package io.kubefate.plugin.testing;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.plugin.testing.object.ObjectSet;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for upgrades to the release under test, and their steps. */
final class UpgradeRules {

    private final TestedDistribution tested;
    private final Set<ReleaseKey> from;

    /**
     * Creates the rules.
     *
     * @param tested the distribution
     * @param from the releases that it takes over
     */
    UpgradeRules(TestedDistribution tested, Set<ReleaseKey> from) {
        this.tested = tested;
        this.from = from;
    }

    /** {@return a sentence for each refused upgrade, and for each violation in the steps of the others} */
    List<String> violations(List<ClusterSpec> specs) {
        return from.stream()
                .flatMap(earlier ->
                        tested.distribution().releases().stream().flatMap(to -> violations(earlier, to, specs)))
                .distinct()
                .toList();
    }

    private Stream<String> violations(ReleaseKey earlier, ReleaseKey to, List<ClusterSpec> specs) {
        UpgradePath path = tested.distribution().upgrade(earlier, to);
        if (path instanceof UpgradePath.Refused refused) {
            return Stream.of("upgrade() refuses the upgrade from " + earlier + " to " + to + ": " + refused.reason());
        }
        List<String> templates = ((UpgradePath.Allowed) path).templates();
        return templates.isEmpty()
                ? Stream.empty()
                : specs.stream()
                        .flatMap(spec -> violations(spec, templates).stream())
                        .map(violation -> "from " + earlier + ": " + violation);
    }

    private List<String> violations(ClusterSpec spec, List<String> templates) {
        try {
            List<Manifest> jobs = tested.steps(spec, templates);
            List<Manifest> objects = tested.render(spec);
            List<String> found = new ArrayList<>(ObjectRules.violations(new ObjectSet(
                    spec.namespace(),
                    Stream.concat(objects.stream(), jobs.stream()).toList())));
            found.removeAll(ObjectRules.violations(new ObjectSet(spec.namespace(), objects)));
            return found;
        } catch (KubefateException e) {
            return List.of(e.getMessage());
        }
    }

    /** {@return the steps of all allowed upgrades} */
    List<Manifest> steps(ClusterSpec spec) {
        return from.stream()
                .flatMap(earlier -> tested.distribution().releases().stream()
                        .map(to -> tested.distribution().upgrade(earlier, to)))
                .filter(UpgradePath.Allowed.class::isInstance)
                .flatMap(path -> tested.steps(spec, ((UpgradePath.Allowed) path).templates()).stream())
                .distinct()
                .toList();
    }
}
