package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** A terminal whose whole content is replaced each time. */
final class Screen {

    private static final String CLEAR = "\u001B[2J";
    private static final String HOME = "\u001B[H";
    private static final String CLEAR_LINE = "\u001B[K";
    private static final String CLEAR_BELOW = "\u001B[J";

    private final PrintWriter out;
    private boolean cleared;

    Screen(PrintWriter out) {
        this.out = requireNonNull(out, "out is null");
    }

    /** Line by line, because a cleared screen flickers. */
    void show(String text) {
        String lines = text.lines().map(line -> line + CLEAR_LINE + "\n").collect(Collectors.joining());
        out.print((cleared ? "" : CLEAR) + HOME + lines + CLEAR_BELOW);
        out.flush();
        cleared = true;
    }
}
