package io.kubefate.plugin.testing;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A distribution with every set of its modules, and what is wrong with each. */
final class Combinations {

    private final Subject subject;
    private final List<ClusterSpec> bases;
    private final Set<String> rendered = new TreeSet<>();

    /**
     * Combinations of modules.
     *
     * @param subject what has the modules
     * @param bases clusters whose {@code modules} are replaced
     */
    Combinations(Subject subject, List<ClusterSpec> bases) {
        this.subject = subject;
        this.bases = bases;
    }

    /**
     * Tries all sets of one size; those that the rules refuse have nothing to render.
     *
     * @param size how many modules
     * @return a sentence for everything that does not hold, which begins with the modules
     */
    List<String> violations(int size) {
        List<String> names = subject.moduleNames();
        return Stream.iterate(0L, mask -> mask + 1)
                .limit(1L << names.size())
                .filter(mask -> Long.bitCount(mask) == size)
                .map(mask -> subset(names, mask))
                .flatMap(modules -> bases.stream().flatMap(base -> violations(base, modules)))
                .distinct()
                .toList();
    }

    /** {@return the modules that were on in no set that was rendered} */
    List<String> neverRendered() {
        return subject.moduleNames().stream()
                .filter(module -> !rendered.contains(module))
                .toList();
    }

    private Stream<String> violations(ClusterSpec base, List<String> modules) {
        ClusterSpec spec = Subject.with(base, "modules", modules);
        if (!subject.accepts(spec)) {
            return Stream.empty();
        }
        rendered.addAll(modules);
        return found(spec).stream().map(violation -> "modules " + modules + ": " + violation);
    }

    private List<String> found(ClusterSpec spec) {
        try {
            return ObjectRules.violations(subject.objects(spec));
        } catch (KubefateException e) {
            return List.of(e.getMessage());
        }
    }

    private static List<String> subset(List<String> names, long mask) {
        List<String> subset = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            if ((mask & (1L << index)) != 0) {
                subset.add(names.get(index));
            }
        }
        return subset;
    }
}
