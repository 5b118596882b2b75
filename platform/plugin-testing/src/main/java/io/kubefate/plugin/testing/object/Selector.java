package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import java.util.List;
import java.util.Map;

/**
 * The pod selector of a workload.
 *
 * @param labels that pods must have
 * @param expressions that must hold for their labels
 */
record Selector(Map<String, Object> labels, List<Map<String, Object>> expressions) {

    /** {@return the selector of a workload's spec} */
    static Selector of(Map<String, Object> spec) {
        Map<String, Object> selector = map(spec, "selector");
        return new Selector(map(selector, "matchLabels"), Fields.maps(selector, "matchExpressions"));
    }

    boolean isEmpty() {
        return labels.isEmpty() && expressions.isEmpty();
    }

    boolean selects(Pod pod) {
        return pod.labels().entrySet().containsAll(labels.entrySet())
                && expressions.stream().allMatch(expression -> holds(expression, pod.labels()));
    }

    private static boolean holds(Map<String, Object> expression, Map<String, Object> labels) {
        Object value = labels.get(Fields.text(expression, "key"));
        List<String> values = Fields.texts(expression, "values");
        return switch (Fields.text(expression, "operator")) {
            case "In" -> values.contains(value);
            case "NotIn" -> !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
