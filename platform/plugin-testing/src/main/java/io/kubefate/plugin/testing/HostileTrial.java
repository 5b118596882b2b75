package io.kubefate.plugin.testing;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.plugin.testing.input.Places;
import io.kubefate.plugin.testing.input.SpecPath;
import io.kubefate.plugin.testing.object.Expansions;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.plugin.testing.object.ObjectSet;
import io.kubefate.plugin.testing.object.Shapes;
import io.kubefate.plugin.testing.object.Shown;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one hostile text into a cluster wherever schema and rules let it, and looks at what comes of it. First everywhere at
 * once, which is quick; one place after the other where that is refused or goes wrong, to know which it is.
 */
final class HostileTrial {

    private static final int ROUNDS = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Subject subject;
    private final ClusterSpec base;
    private final String hostile;
    private final Set<String> texts;
    private final List<String> shape;
    private final List<String> known;

    private HostileTrial(Subject subject, ClusterSpec base, String hostile) {
        this.subject = subject;
        this.base = base;
        this.hostile = hostile;
        this.texts = Places.scalars(base.values()).stream()
                .map(path -> String.valueOf(path.in(base.values())))
                .collect(Collectors.toCollection(HashSet::new));
        texts.addAll(Places.chosenKeys(base.values(), subject.schema()).stream()
                .map(path -> (String) path.last())
                .toList());
        texts.add(hostile);
        ObjectSet objects = subject.objects(base);
        this.shape = Shapes.of(objects.objects(), texts::contains);
        this.known = ObjectRules.violations(objects);
    }

    /**
     * Tries a text.
     *
     * @param subject what renders
     * @param base an accepted cluster
     * @param hostile the text
     * @return a sentence for each place that the text escapes from
     */
    static List<String> violations(Subject subject, ClusterSpec base, String hostile) {
        try {
            return new HostileTrial(subject, base, hostile).violations();
        } catch (RuntimeException e) {
            throw new AssertionError("with " + Shown.value(hostile) + ": " + e, e);
        }
    }

    private List<String> violations() {
        List<SpecPath> open = new ArrayList<>(Places.scalars(base.values()));
        open.removeIf(this::isNumber);
        List<SpecPath> alone = new ArrayList<>();
        Map<String, Object> values = everywhere(open, alone);
        boolean allowed = subject.accepts(new ClusterSpec(values));
        if (!allowed || !problems(new ClusterSpec(values)).isEmpty()) {
            alone.addAll(open);
        }
        Stream<String> asValue = alone.stream().flatMap(path -> tried(path, path.put(base.values(), hostile)));
        Stream<String> asKey = Places.chosenKeys(base.values(), subject.schema()).stream()
                .flatMap(path -> tried(path.parent().then("(key)"), path.rename(base.values(), hostile)));
        return Stream.concat(asValue, asKey).toList();
    }

    /** Keeps in {@code open} where the schema accepts the text, and moves to {@code alone} what the rules refuse beside others. */
    private Map<String, Object> everywhere(List<SpecPath> open, List<SpecPath> alone) {
        Map<String, Object> values = base.values();
        for (int round = 0; round < ROUNDS; round++) {
            values = base.values();
            for (SpecPath path : open) {
                values = path.put(values, hostile);
            }
            ClusterSpec spec = new ClusterSpec(values);
            List<Problem> refused = subject.schemaProblems(spec);
            Set<String> paths = (refused.isEmpty() ? subject.errors(spec) : refused)
                    .stream().map(Problem::path).collect(Collectors.toSet());
            List<SpecPath> named = open.stream()
                    .filter(path -> paths.contains(path.toString()))
                    .toList();
            if (named.isEmpty()) {
                return values;
            }
            open.removeAll(named);
            if (refused.isEmpty()) {
                alone.addAll(named);
            }
        }
        return values;
    }

    private Stream<String> tried(SpecPath path, Map<String, Object> values) {
        ClusterSpec spec = new ClusterSpec(values);
        if (isNumber(path) || !subject.accepts(spec)) {
            return Stream.empty();
        }
        return problems(spec).stream()
                .limit(3)
                .map(problem -> "with " + Shown.value(hostile) + " in " + path + ": " + problem);
    }

    /** Digits where a number may stand are a number: how many replicas there are, say. */
    private boolean isNumber(SpecPath path) {
        return DIGITS.matcher(hostile).matches()
                && subject.schema()
                        .place(path)
                        .filter(place -> subject.schema().accepts(place, 1L)
                                || subject.schema().accepts(place, 9999L)
                                || subject.schema().accepts(place, 30000L))
                        .isPresent();
    }

    private List<String> problems(ClusterSpec spec) {
        try {
            ObjectSet objects = subject.objects(spec);
            List<String> found = new ArrayList<>(difference(Shapes.of(objects.objects(), texts::contains)));
            found.addAll(ObjectRules.violations(objects));
            found.removeAll(known);
            found.addAll(Expansions.of(objects, hostile));
            return found;
        } catch (KubefateException e) {
            return List.of("it is accepted, and then: " + Shown.escaped(e.getMessage())
                    + "; refuse it with a pattern of its key");
        }
    }

    private List<String> difference(List<String> other) {
        List<String> more = new ArrayList<>(other);
        shape.forEach(more::remove);
        List<String> less = new ArrayList<>(shape);
        other.forEach(less::remove);
        if (more.isEmpty() && less.isEmpty()) {
            return List.of();
        }
        return List.of("it changes more than a text; new: " + first(more) + ", gone: " + first(less)
                + "; print it with ${…} in a file of the right type, or refuse it with a pattern of its key");
    }

    private static String first(List<String> lines) {
        return lines.stream()
                .limit(3)
                .map(line -> line.length() > 200 ? line.substring(0, 200) + "…" : line)
                .map(Shown::escaped)
                .collect(Collectors.joining(", ", "[", lines.size() > 3 ? ", …]" : "]"));
    }
}
