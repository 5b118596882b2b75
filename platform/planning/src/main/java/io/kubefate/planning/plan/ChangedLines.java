package io.kubefate.planning.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** Reduces a change of a multi-line text to its changed lines, so that the change in a configuration file is visible. */
final class ChangedLines {

    private ChangedLines() {}

    /** Returns a change for each block of changed lines; its path has the line in the new text where the block begins. */
    static List<FieldChange> of(String path, String before, String after, Mask mask) {
        List<FieldChange> changes = DiffUtils.diff(
                        before.lines().toList(), after.lines().toList())
                .getDeltas()
                .stream()
                .map(delta -> change(path, delta, mask))
                .toList();
        return changes.isEmpty() ? List.of(new FieldChange(path, "", "")) : changes;
    }

    private static FieldChange change(String path, AbstractDelta<String> delta, Mask mask) {
        return new FieldChange(
                path + " line " + (delta.getTarget().getPosition() + 1),
                mask.text(String.join("\n", delta.getSource().getLines())),
                mask.text(String.join("\n", delta.getTarget().getLines())));
    }
}
