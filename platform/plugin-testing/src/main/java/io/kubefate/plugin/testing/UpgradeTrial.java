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

/** What has to run before clusters of earlier releases get the release under test. */
final class UpgradeTrial {

    private final Subject subject;
    private final Set<ReleaseKey> from;

    /**
     * A trial.
     *
     * @param subject the distribution
     * @param from the releases that it takes over
     */
    UpgradeTrial(Subject subject, Set<ReleaseKey> from) {
        this.subject = subject;
        this.from = from;
    }

    /** {@return a sentence for each upgrade that is refused, and for all that is wrong with the steps of the others} */
    List<String> violations(List<ClusterSpec> specs) {
        return from.stream()
                .flatMap(earlier ->
                        subject.distribution().releases().stream().flatMap(to -> violations(earlier, to, specs)))
                .distinct()
                .toList();
    }

    private Stream<String> violations(ReleaseKey earlier, ReleaseKey to, List<ClusterSpec> specs) {
        UpgradePath path = subject.distribution().upgrade(earlier, to);
        if (path instanceof UpgradePath.Refused refused) {
            return Stream.of("upgrade() refuses to go from " + earlier + " to " + to + ": " + refused.reason());
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
            List<Manifest> jobs = subject.steps(spec, templates);
            List<Manifest> objects = subject.render(spec);
            List<String> found = new ArrayList<>(ObjectRules.violations(new ObjectSet(
                    spec.namespace(),
                    Stream.concat(objects.stream(), jobs.stream()).toList())));
            found.removeAll(ObjectRules.violations(new ObjectSet(spec.namespace(), objects)));
            return found;
        } catch (KubefateException e) {
            return List.of(e.getMessage());
        }
    }

    /** {@return the steps of all upgrades that are allowed} */
    List<Manifest> steps(ClusterSpec spec) {
        return from.stream()
                .flatMap(earlier -> subject.distribution().releases().stream()
                        .map(to -> subject.distribution().upgrade(earlier, to)))
                .filter(UpgradePath.Allowed.class::isInstance)
                .flatMap(path -> subject.steps(spec, ((UpgradePath.Allowed) path).templates()).stream())
                .distinct()
                .toList();
    }
}
