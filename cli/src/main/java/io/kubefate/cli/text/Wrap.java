package io.kubefate.cli.text;

import java.util.stream.Collectors;

/** Wraps text at word boundaries. */
public final class Wrap {

    private static final String INDENT = "  ";

    private Wrap() {}

    /**
     * Breaks long lines. A word that is longer than a line is not broken, so that addresses can be copied.
     *
     * @param text one or more lines
     * @param width the maximum length of a line
     * @return lines of at most that width where words allow; continuation lines are indented
     */
    public static String wrap(String text, int width) {
        return text.lines().map(line -> wrapLine(line, width)).collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line, int width) {
        StringBuilder wrapped = new StringBuilder();
        String rest = line;
        while (rest.length() > width) {
            int end = breakAt(rest, width);
            if (end < 0) {
                break;
            }
            wrapped.append(rest, 0, end).append('\n');
            rest = INDENT + rest.substring(end + 1);
        }
        return wrapped.append(rest).toString();
    }

    /** Returns the last blank within the width, else the first one after it; -1 if there is none. */
    private static int breakAt(String line, int width) {
        int start = line.length() - line.stripLeading().length();
        int last = line.lastIndexOf(' ', width);
        return last > start ? last : line.indexOf(' ', Math.max(width, start));
    }
}
