package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts the errors of a schema validation to problems that a user can fix, one for each cause. */
final class SchemaProblems {

    private final JsonNode root;

    SchemaProblems(JsonNode root) {
        this.root = root;
    }

    List<Problem> explain(List<Error> errors) {
        List<Violation> violations =
                errors.stream().map(error -> Violation.of(error, root)).toList();
        return explain(violations, 0).distinct().toList();
    }

    /** Combines violations of alternative schemas into one problem. */
    private Stream<Problem> explain(List<Violation> violations, int from) {
        Map<List<Object>, List<Violation>> alternatives = new LinkedHashMap<>();
        Stream.Builder<Problem> problems = Stream.builder();
        for (Violation violation : violations) {
            int index = SchemaWalk.firstAlternative(violation.evaluation(), from);
            if (index >= 0) {
                alternatives
                        .computeIfAbsent(place(violation, index), key -> new ArrayList<>())
                        .add(violation);
            } else if (isCause(violation, violations)) {
                problems.add(Explanation.of(violation));
            }
        }
        return Stream.concat(
                problems.build(), alternatives.values().stream().flatMap(group -> alternative(group, from)));
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
    private static boolean isCause(Violation violation, Collection<Violation> all) {
        if (violation.keyword().equals("oneOf") && violation.fits() == 0) {
            return false;
        }
        return violation.keyword().equals("type")
                || all.stream()
                        .noneMatch(other -> other.keyword().equals("type") && other.sameSchemaAndValue(violation));
    }

    private Stream<Problem> alternative(List<Violation> group, int from) {
        Violation first = group.get(0);
        int index = SchemaWalk.firstAlternative(first.evaluation(), from);
        int depth = depth(first, index);
        JsonNode choice =
                SchemaWalk.follow(root, first.evaluation().subList(0, index)).schema();
        if (choice.has(Explanation.MESSAGE)) {
            String path = Violation.path(first.instance().subList(0, depth));
            return Stream.of(Problem.error(path, choice.get(Explanation.MESSAGE).asText()));
        }
        Collection<List<Violation>> branches = group.stream()
                .collect(Collectors.groupingBy(
                        violation -> violation.evaluation().get(index + 1), LinkedHashMap::new, Collectors.toList()))
                .values();
        Optional<List<Violation>> nearest = branches.stream()
                .filter(branch -> branch.stream().noneMatch(violation -> isTypeOf(violation, depth)))
                .min(Comparator.comparingInt(List::size));
        return nearest.map(branch -> explain(branch, index + 2)).orElseGet(() -> Stream.of(types(group, depth)));
    }

    private static boolean isTypeOf(Violation violation, int depth) {
        return violation.keyword().equals("type") && violation.instance().size() == depth;
    }

    private static Problem types(List<Violation> group, int depth) {
        return Explanation.types(
                group.stream().filter(violation -> isTypeOf(violation, depth)).toList());
    }
}
