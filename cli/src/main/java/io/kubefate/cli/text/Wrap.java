package io.kubefate.cli.text;

import java.util.stream.Collectors;

/** Breaks prose between words. */
public final class Wrap {

    private static final String INDENT = "  ";

    private Wrap() {}

    /**
     * Breaks lines that are too long. A word that is longer than a line stays whole, so that addresses can be copied.
     *
     * @param text one or more lines
     * @param width the longest line wanted
     * @return lines of at most that width where words allow; continued ones are indented
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

    /** The last blank that keeps the line short enough, else the first one after that; -1 if there is none. */
    private static int breakAt(String line, int width) {
        int start = line.length() - line.stripLeading().length();
        int last = line.lastIndexOf(' ', width);
        return last > start ? last : line.indexOf(' ', Math.max(width, start));
    }
}
