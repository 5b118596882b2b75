package io.kubefate.planning.yaml;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the structure of a YAML text, line by line: its indicators and plain scalars. Also accepts invalid YAML, and does not track every
 * rule: a line that continues a plain scalar counts as a line of its own.
 */
final class StructureScanner {

    /** Replaces quoted text and block scalars. */
    static final char QUOTED = '"';

    private static final String FLOW = ",[]{}";

    private final String text;
    private final char[] structure;
    private final BitSet indentationTabs = new BitSet();

    /** The code points before {@link #counted}. */
    private int codePoints;

    private int counted;
    private int lineStart;
    private int flowDepth;
    /** The quotation mark of the open quoted scalar; 0 if there is none. */
    private char quote;
    /** The column of the innermost key or dash of a block collection; -1 before the first one. */
    private int entryColumn = -1;

    private boolean inBlockScalar;

    /** Whether a token can begin at the position. */
    private boolean begins;
    /** The start of the last token. */
    private int token;
    /** The position after the last quoted scalar. */
    private int afterQuote;

    /** Whether the line has a key or a dash of a block collection. */
    private boolean hasEntry;

    StructureScanner(String text) {
        this.text = text;
        this.structure = text.toCharArray();
    }

    String structure() {
        return new String(structure);
    }

    BitSet indentationTabs() {
        return indentationTabs;
    }

    /** Scans the next line, from its start to its end without the line break. */
    void scan(int start, int end) {
        lineStart = start;
        hasEntry = false;
        int first = skipBlanks(start, end);
        if (quote != 0) {
            tokens(quoted(start, end), end);
        } else if (inBlockScalar && (first == end || spaces(start) > entryColumn)) {
            replace(first, end, QUOTED);
            keepTabs(start, first, spaces(start) > entryColumn);
        } else {
            structured(start, first, end);
        }
    }

    private void structured(int start, int first, int end) {
        inBlockScalar = false;
        if (text.startsWith("---", start) || text.startsWith("...", start)) {
            flowDepth = 0;
            entryColumn = -1;
        }
        boolean flow = flowDepth > 0;
        int outer = entryColumn;
        boolean empty = first == end || text.charAt(first) == '#';
        tokens(first, end);
        keepTabs(start, first, !flow && !empty && (hasEntry || spaces(start) <= outer));
    }

    private void keepTabs(int start, int end, boolean indentation) {
        for (int i = start; indentation && i < end; i++) {
            if (text.charAt(i) == '\t') {
                codePoints += text.codePointCount(counted, i);
                counted = i;
                indentationTabs.set(codePoints);
            }
        }
    }

    private void tokens(int from, int end) {
        begins = true;
        token = from;
        afterQuote = -1;
        for (int i = from; i < end; ) {
            i = step(i, end);
        }
    }

    /** Processes a character or more, and returns the position after them. */
    private int step(int position, int end) {
        char c = text.charAt(position);
        if (c == '#' && (position == lineStart || isBlank(text.charAt(position - 1)))) {
            return replace(position, end, ' ');
        }
        if (isBlank(c)) {
            return position + 1;
        }
        return begins ? first(position, c, end) : further(position, c, end);
    }

    private int first(int position, char c, int end) {
        if (c == '"' || c == '\'') {
            return quotedToken(position, c, end);
        }
        if (isProperty(c)) {
            return skipWord(position, end);
        }
        if (flowDepth == 0 && (c == '-' || c == '?') && isGap(position + 1, end)) {
            enter(position);
            return position + 1;
        }
        inBlockScalar = flowDepth == 0 && isBlockScalar(position, end);
        token = position;
        begins = false;
        return further(position, c, end);
    }

    private int further(int position, char c, int end) {
        if (c == ':' && endsKey(position, end)) {
            if (flowDepth == 0) {
                enter(token);
            }
            begins = true;
        } else if (isFlowIndicator(c, position == token)) {
            begins = flow(c);
        }
        return position + 1;
    }

    private int quotedToken(int position, char mark, int end) {
        token = position;
        begins = false;
        quote = mark;
        structure[position] = QUOTED;
        afterQuote = quoted(position + 1, end);
        return afterQuote;
    }

    private boolean endsKey(int colon, int end) {
        return isGap(colon + 1, end) || (flowDepth > 0 && (colon == afterQuote || isFlow(colon + 1)));
    }

    private void enter(int position) {
        entryColumn = position - lineStart;
        hasEntry = true;
    }

    /** In a plain scalar of a block collection, brackets are text. */
    private boolean isFlowIndicator(char c, boolean first) {
        return FLOW.indexOf(c) >= 0 && (flowDepth > 0 || (first && (c == '[' || c == '{')));
    }

    /** Returns whether a token can begin after the indicator. */
    private boolean flow(char c) {
        boolean closes = c == ']' || c == '}';
        if (c != ',') {
            flowDepth += closes ? -1 : 1;
        }
        return !closes;
    }

    /** Masks quoted text up to its end or that of the line, and returns the position after it. */
    private int quoted(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            structure[i] = QUOTED;
            boolean escape = (quote == '"' && c == '\\') || (quote == '\'' && text.startsWith("''", i));
            if (escape && i + 1 < end) {
                structure[++i] = QUOTED;
            } else if (c == quote && !escape) {
                quote = 0;
                return i + 1;
            }
        }
        return end;
    }

    private boolean isBlockScalar(int position, int end) {
        if (text.charAt(position) != '|' && text.charAt(position) != '>') {
            return false;
        }
        int i = position + 1;
        while (i < end && "+-0123456789".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int rest = skipBlanks(i, end);
        return rest == end || (rest > i && text.charAt(rest) == '#');
    }

    private int replace(int from, int end, char replacement) {
        Arrays.fill(structure, from, end, replacement);
        return end;
    }

    private int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int skipWord(int from, int end) {
        int i = from;
        while (i < end && !isBlank(text.charAt(i)) && !(flowDepth > 0 && isFlow(i))) {
            i++;
        }
        return i;
    }

    private int spaces(int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i - start;
    }

    private boolean isGap(int position, int end) {
        return position >= end || isBlank(text.charAt(position));
    }

    private boolean isFlow(int position) {
        return position < text.length() && FLOW.indexOf(text.charAt(position)) >= 0;
    }

    /** An anchor, alias or tag, which precedes a value. */
    private static boolean isProperty(char c) {
        return c == '&' || c == '*' || c == '!';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
