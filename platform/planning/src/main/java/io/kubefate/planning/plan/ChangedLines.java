package io.kubefate.planning.plan;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reduces a change of a multi-line text to its changed lines, so that the change in a configuration file is visible. */
final class ChangedLines {

    /** The time for a comparison grows with the square of the number of lines that differ. */
    private static final int MAX_LINES = 2_000;

    private ChangedLines() {}

    /**
     * Returns a change for each block of changed lines; its path has the line in the new text where the block begins. Of very long
     * texts, all lines between the first and the last difference are one block.
     */
    static List<FieldChange> of(String path, String before, String after, Mask mask) {
        List<String> old = before.lines().toList();
        List<String> current = after.lines().toList();
        int same = sameAtStart(old, current);
        int last = sameAtStart(reversed(old, same), reversed(current, same));
        old = old.subList(same, old.size() - last);
        current = current.subList(same, current.size() - last);
        if (old.size() + current.size() > MAX_LINES) {
            return List.of(change(path, same, old, current, mask));
        }
        List<FieldChange> changes = DiffUtils.diff(old, current).getDeltas().stream()
                .map(delta -> change(
                        path,
                        same + delta.getTarget().getPosition(),
                        delta.getSource().getLines(),
                        delta.getTarget().getLines(),
                        mask))
                .toList();
        return changes.isEmpty() ? List.of(new FieldChange(path, "", "")) : changes;
    }

    private static int sameAtStart(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static List<String> reversed(List<String> lines, int from) {
        List<String> reversed = new ArrayList<>(lines.subList(from, lines.size()));
        Collections.reverse(reversed);
        return reversed;
    }

    private static FieldChange change(String path, int line, List<String> before, List<String> after, Mask mask) {
        return new FieldChange(
                path + " line " + (line + 1),
                mask.text(String.join("\n", before)),
                mask.text(String.join("\n", after)));
    }
}
