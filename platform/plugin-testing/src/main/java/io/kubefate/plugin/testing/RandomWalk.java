package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.input.RandomSpecs;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.plugin.testing.object.Shown;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a distribution does with clusters that its schema accepts, whatever they say. */
final class RandomWalk {

    private static final String FAILED = "schema and rules accept it, and then: ";

    private final Subject subject;
    private final RandomSpecs specs;
    private final List<String> known;
    private int accepted;

    /**
     * A walk.
     *
     * @param subject what is asked
     * @param others clusters that are not random: what is wrong with their objects other tests tell
     * @param seed where it begins
     */
    RandomWalk(Subject subject, List<ClusterSpec> others, long seed) {
        this.subject = subject;
        this.known = others.stream()
                .flatMap(spec -> rendered(spec).stream())
                .filter(violation -> !violation.startsWith(FAILED))
                .toList();
        this.specs = new RandomSpecs(subject.schema(), subject::schemaProblems, subject.identity(), seed);
    }

    /** {@return a sentence for each cluster that makes rules, model or templates fail, or objects that do not fit} */
    List<String> violations(int inputs) {
        List<String> found = Stream.generate(specs::next)
                .limit(inputs)
                .flatMap(Optional::stream)
                .flatMap(spec -> violations(spec).stream()
                        .limit(2)
                        .map(violation -> violation + "\n    in "
                                + Shown.escaped(spec.values().toString())))
                .limit(10)
                .toList();
        return accepted > 0 || !found.isEmpty()
                ? found
                : List.of(
                        "no cluster made at random was accepted by schema and rules; give keys examples in the schema");
    }

    private List<String> violations(ClusterSpec spec) {
        List<Problem> problems;
        try {
            problems = List.copyOf(subject.distribution().validate(spec));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of("validate threw " + e + at(e) + "; it is called with everything that the schema accepts");
        }
        if (problems.stream().anyMatch(Problem::isError)) {
            return List.of();
        }
        accepted++;
        return rendered(spec).stream()
                .filter(violation -> !known.contains(violation))
                .toList();
    }

    private List<String> rendered(ClusterSpec spec) {
        try {
            List<String> plain = PlainModel.violations(subject.distribution().model(spec));
            return plain.isEmpty() ? ObjectRules.violations(subject.objects(spec)) : plain;
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(FAILED + e + at(e));
        }
    }

    private static String at(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}
