package io.kubefate.server.engine.plan;

import java.util.List;

/** Of a text of many lines, those that change: a person looks for the one line in a configuration file. */
final class ChangedLines {

    private ChangedLines() {}

    /** {@return the lines between the first and the last that differ; the path says where they begin} */
    static FieldChange of(String path, String before, String after, Mask mask) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int shorter = Math.min(old.size(), now.size());
        int same = 0;
        while (same < shorter && old.get(same).equals(now.get(same))) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && old.get(old.size() - 1 - sameAtEnd).equals(now.get(now.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        return new FieldChange(
                path + " line " + (same + 1),
                mask.text(String.join("\n", old.subList(same, old.size() - sameAtEnd))),
                mask.text(String.join("\n", now.subList(same, now.size() - sameAtEnd))));
    }
}
