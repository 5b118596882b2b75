package io.kubefate.plugin.testing;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A distribution with every set of its modules, and what is wrong with each. */
final class Combinations {

    private final Subject subject;
    private final List<ClusterSpec> bases;
    private final Set<String> rendered = ConcurrentHashMap.newKeySet();

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
     * Tries all sets, several at a time as the host does, small ones first; those that the rules refuse have nothing to render.
     *
     * @return a sentence for everything that does not hold, which begins with the modules, and for each module that was on in no set
     */
    List<String> violations() {
        List<String> names = subject.moduleNames();
        List<String> found = LongStream.range(0, 1L << names.size())
                .boxed()
                .sorted(Comparator.comparingInt(Long::bitCount))
                .parallel()
                .map(mask -> subset(names, mask))
                .flatMap(modules -> bases.stream().flatMap(base -> violations(base, modules)))
                .distinct()
                .toList();
        return Stream.concat(found.stream(), neverRendered()).toList();
    }

    private Stream<String> neverRendered() {
        return subject.moduleNames().stream()
                .filter(module -> !rendered.contains(module))
                .map(module -> "module " + module + ": the rules refuse every combination that has it");
    }

    private Stream<String> violations(ClusterSpec base, List<String> modules) {
        return found(Subject.with(base, "modules", modules), modules).stream()
                .map(violation -> "modules " + modules + ": " + violation);
    }

    private List<String> found(ClusterSpec spec, List<String> modules) {
        try {
            if (!subject.accepts(spec)) {
                return List.of();
            }
            rendered.addAll(modules);
            return ObjectRules.violations(subject.objects(spec));
        } catch (KubefateException e) {
            return List.of(e.getMessage());
        } catch (RuntimeException e) {
            return List.of(e.toString());
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
