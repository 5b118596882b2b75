package io.kubefate.planning.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** Of a text of many lines, those that change: a person looks for the one line in a configuration file. */
final class ChangedLines {

    private ChangedLines() {}

    /** {@return a change for each run of lines that differ; its path says where in the new text it begins} */
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
