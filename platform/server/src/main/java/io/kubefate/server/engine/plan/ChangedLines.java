package io.kubefate.server.engine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Of a text of many lines, those that change: a person looks for the one line in a configuration file. Lines that both texts have
 * in the same order, as many as possible, are what does not change.
 */
final class ChangedLines {

    private final List<FieldChange> changes = new ArrayList<>();
    private final String path;
    private final List<String> before;
    private final List<String> after;
    private final Mask mask;

    private ChangedLines(String path, String before, String after, Mask mask) {
        this.path = path;
        this.before = before.lines().toList();
        this.after = after.lines().toList();
        this.mask = mask;
    }

    /** {@return a change for each run of lines that differ; its path says where in the new text it begins} */
    static List<FieldChange> of(String path, String before, String after, Mask mask) {
        ChangedLines lines = new ChangedLines(path, before, after, mask);
        lines.compare();
        return lines.changes.isEmpty() ? List.of(new FieldChange(path, "", "")) : lines.changes;
    }

    private void compare() {
        int[][] common = common();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int oldStart = old;
            int nowStart = now;
            while (!isSame(old, now) && (old < before.size() || now < after.size())) {
                if (now == after.size() || old < before.size() && common[old + 1][now] >= common[old][now + 1]) {
                    old++;
                } else {
                    now++;
                }
            }
            add(oldStart, old, nowStart, now);
            while (isSame(old, now)) {
                old++;
                now++;
            }
        }
    }

    /** {@return how many lines the rests of both texts have in common, by where the rests begin} */
    private int[][] common() {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int now = after.size() - 1; now >= 0; now--) {
                common[old][now] = isSame(old, now)
                        ? common[old + 1][now + 1] + 1
                        : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }

    private boolean isSame(int old, int now) {
        return old < before.size() && now < after.size() && before.get(old).equals(after.get(now));
    }

    private void add(int oldStart, int oldEnd, int nowStart, int nowEnd) {
        if (oldStart == oldEnd && nowStart == nowEnd) {
            return;
        }
        changes.add(new FieldChange(
                path + " line " + (nowStart + 1),
                mask.text(String.join("\n", before.subList(oldStart, oldEnd))),
                mask.text(String.join("\n", after.subList(nowStart, nowEnd)))));
    }
}
