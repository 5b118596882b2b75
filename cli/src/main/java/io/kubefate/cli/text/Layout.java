package io.kubefate.cli.text;

/**
 * What a table must fit.
 *
 * @param columns the width of the terminal; {@link Integer#MAX_VALUE} for files and pipes
 * @param colors whether to print colors
 */
public record Layout(int columns, boolean colors) {

    /** Files and pipes: the format of KubeFATE's command line. */
    public static final Layout PLAIN = new Layout(Integer.MAX_VALUE, false);

    boolean isTerminal() {
        return columns < Integer.MAX_VALUE;
    }
}
