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

/**
 * Renders combinations of modules: all of them or, of many modules, those that list or omit only a few. Templates depend on one or two
 * other modules, not on a certain set of many.
 */
final class Combinations {

    /** With one module more, there are twice as many combinations. */
    private static final int MOST_FOR_ALL = 11;

    private static final int FEW = 2;

    private final TestedDistribution tested;
    private final List<ClusterSpec> bases;
    private final Set<String> rendered = ConcurrentHashMap.newKeySet();

    /**
     * Creates the combinations.
     *
     * @param tested the distribution
     * @param bases clusters whose {@code modules} are replaced
     */
    Combinations(TestedDistribution tested, List<ClusterSpec> bases) {
        this.tested = tested;
        this.bases = bases;
    }

    /**
     * Tries the sets, several at a time as the host does, small ones first; those that the rules refuse have nothing to render.
     *
     * @return a sentence for each violation, which starts with the modules, and for each module that was on in no set
     */
    List<String> violations() {
        List<String> names = tested.moduleNames();
        List<String> found = LongStream.range(0, 1L << names.size())
                .filter(mask -> isTried(Long.bitCount(mask), names.size()))
                .boxed()
                .sorted(Comparator.comparingInt(Long::bitCount))
                .parallel()
                .map(mask -> subset(names, mask))
                .flatMap(modules -> bases.stream().flatMap(base -> violations(base, modules)))
                .distinct()
                .toList();
        return Stream.concat(found.stream(), neverRendered()).toList();
    }

    private static boolean isTried(int listed, int modules) {
        return modules <= MOST_FOR_ALL || listed <= FEW || modules - listed <= FEW;
    }

    private Stream<String> neverRendered() {
        return tested.moduleNames().stream()
                .filter(module -> !rendered.contains(module))
                .map(module -> "module " + module + ": the rules reject every combination with this module");
    }

    private Stream<String> violations(ClusterSpec base, List<String> modules) {
        return found(TestedDistribution.with(base, "modules", modules), modules).stream()
                .map(violation -> "modules " + modules + ": " + violation);
    }

    private List<String> found(ClusterSpec spec, List<String> modules) {
        try {
            if (!tested.accepts(spec)) {
                return List.of();
            }
            rendered.addAll(modules);
            return ObjectRules.violations(tested.objects(spec));
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
