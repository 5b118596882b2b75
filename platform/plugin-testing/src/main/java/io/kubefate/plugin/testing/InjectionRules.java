package io.kubefate.plugin.testing;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.plugin.testing.input.SpecPath;
import io.kubefate.plugin.testing.input.SpecPaths;
import io.kubefate.plugin.testing.object.Expansions;
import io.kubefate.plugin.testing.object.ObjectRules;
import io.kubefate.plugin.testing.object.ObjectSet;
import io.kubefate.plugin.testing.object.Quoted;
import io.kubefate.plugin.testing.object.Shapes;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one injection text to all values of a cluster that schema and rules allow, and checks the rendered objects. For speed it sets all
 * values at once; only if this is rejected or fails, it sets one value after the other to find the cause.
 */
final class InjectionRules {

    private static final int ROUNDS = 20;
    private static final Comparator<SpecPath> DEEPEST_FIRST =
            Comparator.comparing((SpecPath path) -> path.steps().size()).reversed();
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final TestedDistribution tested;
    private final ClusterSpec base;
    private final String text;
    private final Set<String> texts;
    private final List<String> shape;
    private final List<String> known;

    private InjectionRules(TestedDistribution tested, ClusterSpec base, String text) {
        this.tested = tested;
        this.base = base;
        this.text = text;
        this.texts = SpecPaths.scalars(base.values()).stream()
                .map(path -> String.valueOf(path.in(base.values())))
                .collect(Collectors.toCollection(HashSet::new));
        texts.addAll(SpecPaths.chosenKeys(base.values(), tested.schema()).stream()
                .map(path -> (String) path.last())
                .toList());
        texts.add(text);
        ObjectSet objects = tested.objects(base);
        this.shape = Shapes.of(objects.objects(), texts::contains);
        this.known = ObjectRules.violations(objects);
    }

    /**
     * Checks an injection text.
     *
     * @param tested the distribution
     * @param base an accepted cluster
     * @param text the text
     * @return a sentence for each value that the text escapes from
     */
    static List<String> violations(TestedDistribution tested, ClusterSpec base, String text) {
        try {
            return new InjectionRules(tested, base, text).violations();
        } catch (RuntimeException e) {
            throw new AssertionError("with " + Quoted.value(text) + ": " + e, e);
        }
    }

    private List<String> violations() {
        List<SpecPath> open = new ArrayList<>(SpecPaths.scalars(base.values()));
        open.removeIf(this::isNumber);
        List<SpecPath> alone = new ArrayList<>();
        Map<String, Object> values = everywhere(open, alone);
        if (!open.isEmpty() && !isHarmless(values)) {
            alone.addAll(open);
        }
        Stream<String> asValue = alone.stream().flatMap(path -> tried(path, path.put(base.values(), text)));
        return Stream.concat(asValue, asKeys()).toList();
    }

    /** Keeps in {@code open} the places where the schema accepts the text, and moves to {@code alone} those that rules reject together. */
    private Map<String, Object> everywhere(List<SpecPath> open, List<SpecPath> alone) {
        Map<String, Object> values = base.values();
        for (int round = 0; round < ROUNDS; round++) {
            values = base.values();
            for (SpecPath path : open) {
                values = path.put(values, text);
            }
            ClusterSpec spec = new ClusterSpec(values);
            List<Problem> refused = tested.schemaProblems(spec);
            List<SpecPath> named = refused.isEmpty() ? namedByRules(open, spec) : named(open, refused);
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

    private static List<SpecPath> named(List<SpecPath> open, List<Problem> problems) {
        Set<String> paths = problems.stream().map(Problem::path).collect(Collectors.toSet());
        return open.stream().filter(path -> paths.contains(path.toString())).toList();
    }

    /** A rule can name a map or list of values that do not fit together. */
    private List<SpecPath> namedByRules(List<SpecPath> open, ClusterSpec spec) {
        List<String> paths = tested.errors(spec).stream().map(Problem::path).toList();
        return open.stream()
                .filter(path -> paths.stream().anyMatch(named -> isAtOrBelow(path.toString(), named)))
                .toList();
    }

    private static boolean isAtOrBelow(String path, String named) {
        return path.equals(named) || path.startsWith(named + ".") || path.startsWith(named + "[");
    }

    private Stream<String> asKeys() {
        List<SpecPath> keys = SpecPaths.chosenKeys(base.values(), tested.schema()).stream()
                .filter(this::isAllowedKey)
                .toList();
        return keys.isEmpty() || isHarmless(renamed(keys))
                ? Stream.empty()
                : keys.stream().flatMap(key -> tried(key.parent().then("(key)"), key.rename(base.values(), text)));
    }

    /** Validates the map alone, which is faster than the whole file: few maps allow most texts as a key. */
    private boolean isAllowedKey(SpecPath path) {
        Object renamed = path.parent().in(path.rename(base.values(), text));
        return tested.schema()
                .place(path.parent())
                .map(map -> tested.schema().accepts(map, requireNonNull(renamed, "renamed is null")))
                .orElse(true);
    }

    /** Keys in maps come before the key of the map, which is a step in their paths. */
    private Map<String, Object> renamed(List<SpecPath> keys) {
        Map<String, Object> values = base.values();
        for (SpecPath key : keys.stream().sorted(DEEPEST_FIRST).toList()) {
            values = key.rename(values, text);
        }
        return values;
    }

    private boolean isHarmless(Map<String, Object> values) {
        ClusterSpec spec = new ClusterSpec(values);
        return tested.accepts(spec) && problems(spec).isEmpty();
    }

    private Stream<String> tried(SpecPath path, Map<String, Object> values) {
        ClusterSpec spec = new ClusterSpec(values);
        if (isNumber(path) || !tested.accepts(spec)) {
            return Stream.empty();
        }
        return problems(spec).stream()
                .limit(3)
                .map(problem -> "with " + Quoted.value(text) + " in " + path + ": " + problem);
    }

    /** Digits can be a number, for example of replicas. */
    private boolean isNumber(SpecPath path) {
        return DIGITS.matcher(text).matches()
                && tested.schema()
                        .place(path)
                        .filter(place -> tested.schema().accepts(place, 1L)
                                || tested.schema().accepts(place, 9999L)
                                || tested.schema().accepts(place, 30000L))
                        .isPresent();
    }

    private List<String> problems(ClusterSpec spec) {
        try {
            ObjectSet objects = tested.objects(spec);
            List<String> found = new ArrayList<>(difference(Shapes.of(objects.objects(), texts::contains)));
            found.addAll(ObjectRules.violations(objects));
            found.removeAll(known);
            found.addAll(Expansions.of(objects, text));
            return found;
        } catch (KubefateException e) {
            return List.of("it is accepted, and then: " + Quoted.escaped(e.getMessage())
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
                .map(Quoted::escaped)
                .collect(Collectors.joining(", ", "[", lines.size() > 3 ? ", …]" : "]"));
    }
}
