package io.kubefate.planning.yaml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines of a YAML text and their structure: what is neither quoted nor a comment nor in a block scalar. Also accepts invalid YAML. The
 * time is linear in the length of the text.
 */
final class YamlLines {

    private final String text;
    private final List<Integer> starts;
    private final String structure;
    private final BitSet indentationTabs;

    private YamlLines(String text, List<Integer> starts, StructureScanner scanner) {
        this.text = text;
        this.starts = starts;
        this.structure = scanner.structure();
        this.indentationTabs = scanner.indentationTabs();
    }

    static YamlLines of(String text) {
        List<Integer> starts = new ArrayList<>();
        StructureScanner scanner = new StructureScanner(text);
        for (int start = 0; start <= text.length(); start = next(text, start)) {
            starts.add(start);
            scanner.scan(start, end(text, start));
        }
        return new YamlLines(text, starts, scanner);
    }

    /** Returns the indexes of the tabs in the indentation of block collections, in code points. */
    BitSet indentationTabs() {
        return indentationTabs;
    }

    int count() {
        return starts.size();
    }

    /** Returns a line, from 0, without its line break. */
    String line(int line) {
        return text.substring(starts.get(line), end(text, starts.get(line)));
    }

    /** Returns a line in which quoted text is replaced by {@link StructureScanner#QUOTED} and a comment by spaces. */
    String structure(int line) {
        return structure.substring(starts.get(line), end(text, starts.get(line)));
    }

    /**
     * Returns the text with corrected slips.
     *
     * @param slips by line and column
     */
    String with(List<Slip> slips) {
        StringBuilder corrected = new StringBuilder();
        int position = 0;
        for (Slip slip : slips) {
            int start = starts.get(slip.line()) + slip.column();
            corrected.append(text, position, start).append(slip.replacement());
            position = start + slip.length();
        }
        return corrected.append(text.substring(position)).toString();
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int next(String text, int start) {
        int end = end(text, start);
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** The line breaks of YAML 1.1, which SnakeYAML counts. */
    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
