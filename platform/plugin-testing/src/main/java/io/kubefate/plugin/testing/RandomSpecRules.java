package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.input.RandomSpecs;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.plugin.testing.object.Quoted;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Validates and renders random clusters that the schema accepts. */
final class RandomSpecRules {

    private static final String FAILED = "schema and rules accept the file, then: ";

    private final TestedDistribution tested;
    private final RandomSpecs specs;
    private final List<String> known;
    private final AtomicInteger accepted = new AtomicInteger();

    /**
     * Creates the rules.
     *
     * @param tested the distribution
     * @param others clusters that are not random: what is wrong with their objects other tests tell
     * @param seed where it begins
     */
    RandomSpecRules(TestedDistribution tested, List<ClusterSpec> others, long seed) {
        this.tested = tested;
        this.known = others.stream()
                .flatMap(spec -> rendered(spec).stream())
                .filter(violation -> !violation.startsWith(FAILED))
                .toList();
        this.specs = new RandomSpecs(tested.schema(), tested::schemaProblems, tested.identity(), seed);
    }

    /** {@return a sentence for each cluster with an exception or invalid objects; renders several at a time as the host does} */
    List<String> violations(int inputs) {
        List<ClusterSpec> generated = Stream.generate(specs::next)
                .limit(inputs)
                .flatMap(Optional::stream)
                .toList();
        List<String> found = generated.parallelStream()
                .flatMap(spec -> violations(spec).stream()
                        .limit(2)
                        .map(violation -> violation + "\n    in "
                                + Quoted.escaped(spec.values().toString())))
                .limit(10)
                .toList();
        return accepted.get() > 0 || !found.isEmpty()
                ? found
                : List.of("schema and rules accept no random cluster; add examples to the schema");
    }

    private List<String> violations(ClusterSpec spec) {
        List<Problem> problems;
        try {
            problems = List.copyOf(tested.distribution().validate(spec));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of("validate threw " + e + at(e) + "; it is called with everything that the schema accepts");
        }
        if (problems.stream().anyMatch(Problem::isError)) {
            return List.of();
        }
        accepted.incrementAndGet();
        return rendered(spec).stream()
                .filter(violation -> !known.contains(violation))
                .toList();
    }

    private List<String> rendered(ClusterSpec spec) {
        try {
            List<String> plain = PlainModel.violations(tested.distribution().model(spec));
            return plain.isEmpty() ? ObjectRules.violations(tested.objects(spec)) : plain;
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(FAILED + e + at(e));
        }
    }

    private static String at(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}
