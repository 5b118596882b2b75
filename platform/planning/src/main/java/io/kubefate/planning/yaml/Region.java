package io.kubefate.planning.yaml;

import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The lines in which the cause of a failure of the parser can be.
 *
 * @param first from 0
 * @param last the line of the failure
 */
record Region(int first, int last) {

    /** Returns the lines from the start of the scalar or flow collection that the parser did not understand. */
    static Region of(MarkedYAMLException failure, YamlLines lines) {
        int last = Math.min(failure.getProblemMark().getLine(), lines.count() - 1);
        int first = last;
        while (first > 0 && !hasKey(lines.structure(first - 1))) {
            first--;
        }
        return new Region(Math.min(first, context(failure, last)), last);
    }

    IntStream lines() {
        return IntStream.rangeClosed(first, last);
    }

    /** A plain scalar on several lines includes no line with a key. */
    private static boolean hasKey(String structure) {
        return structure.contains(": ") || structure.stripTrailing().endsWith(":");
    }

    private static int context(MarkedYAMLException failure, int otherwise) {
        Mark mark = failure.getContextMark();
        String context = String.valueOf(failure.getContext());
        boolean isStart = context.contains("simple key") || context.contains("flow") || context.contains("quoted");
        return mark != null && isStart ? Math.min(mark.getLine(), otherwise) : otherwise;
    }
}
