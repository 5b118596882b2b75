package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the causes of the errors of a schema validation, each of which is a problem that a user can fix. Takes linear time. */
final class SchemaProblems {

    private final JsonNode root;
    /** The maps whose known keys a problem lists. */
    private final Set<List<Object>> listed = new HashSet<>();

    SchemaProblems(JsonNode root) {
        this.root = root;
    }

    List<Cause> causes(List<Error> errors) {
        List<Violation> violations =
                errors.stream().map(error -> Violation.of(error, root)).toList();
        return causes(violations, 0).toList();
    }

    /** Combines violations of alternative schemas into one cause. */
    private Stream<Cause> causes(List<Violation> violations, int from) {
        Set<List<Object>> wronglyTyped = violations.stream()
                .filter(SchemaProblems::isType)
                .map(Violation::schemaAndValue)
                .collect(Collectors.toSet());
        Map<List<Object>, List<Violation>> alternatives = new LinkedHashMap<>();
        Stream.Builder<Cause> causes = Stream.builder();
        for (Violation violation : violations) {
            int index = SchemaWalk.firstAlternative(violation.evaluation(), from);
            if (index >= 0) {
                alternatives
                        .computeIfAbsent(place(violation, index), key -> new ArrayList<>())
                        .add(violation);
            } else if (isCause(violation, wronglyTyped)) {
                causes.add(new Cause(violation.target(), () -> Explanation.of(violation, listed)));
            }
        }
        return Stream.concat(causes.build(), alternatives.values().stream().flatMap(group -> alternative(group, from)));
    }

    /** Identifies the value with the alternatives by its path in the schema and in the file. */
    private List<Object> place(Violation violation, int index) {
        int depth = depth(violation, index);
        return List.of(
                violation.evaluation().subList(0, index), violation.instance().subList(0, depth));
    }

    private int depth(Violation violation, int index) {
        return SchemaWalk.follow(root, violation.evaluation().subList(0, index)).depth();
    }

    /** Ignores violations that follow from a wrong type, and a oneOf without a matching branch, whose branches have violations. */
    private static boolean isCause(Violation violation, Set<List<Object>> wronglyTyped) {
        if (violation.keyword().equals("oneOf") && violation.fits() == 0) {
            return false;
        }
        return isType(violation) || !wronglyTyped.contains(violation.schemaAndValue());
    }

    private static boolean isType(Violation violation) {
        return violation.keyword().equals("type");
    }

    private Stream<Cause> alternative(List<Violation> group, int from) {
        Violation first = group.get(0);
        int index = SchemaWalk.firstAlternative(first.evaluation(), from);
        int depth = depth(first, index);
        JsonNode choice =
                SchemaWalk.follow(root, first.evaluation().subList(0, index)).schema();
        List<Object> value = first.instance().subList(0, depth);
        if (choice.has(Explanation.MESSAGE)) {
            String message = choice.get(Explanation.MESSAGE).asText();
            return Stream.of(new Cause(value, () -> Problem.error(Violation.path(value), message)));
        }
        Collection<List<Violation>> branches = group.stream()
                .collect(Collectors.groupingBy(
                        violation -> violation.evaluation().get(index + 1), LinkedHashMap::new, Collectors.toList()))
                .values();
        Optional<List<Violation>> nearest = branches.stream()
                .filter(branch -> branch.stream().noneMatch(violation -> isTypeOf(violation, depth)))
                .min(Comparator.comparingInt(List::size));
        return nearest.map(branch -> causes(branch, index + 2))
                .orElseGet(() -> Stream.of(new Cause(value, () -> types(group, depth))));
    }

    private static boolean isTypeOf(Violation violation, int depth) {
        return isType(violation) && violation.instance().size() == depth;
    }

    private static Problem types(List<Violation> group, int depth) {
        return Explanation.types(
                group.stream().filter(violation -> isTypeOf(violation, depth)).toList());
    }
}
