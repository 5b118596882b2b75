package io.kubefate.cli.text;

/**
 * How a table is printed.
 *
 * @param columns the width of the terminal; {@link Integer#MAX_VALUE} for files and pipes
 * @param colors whether to print colors
 * @param wide whether to print all columns
 */
public record Layout(int columns, boolean colors, boolean wide) {

    /** {@return the layout of files and pipes: the format of KubeFATE's command line} */
    public static Layout plain(boolean wide) {
        return new Layout(Integer.MAX_VALUE, false, wide);
    }

    boolean isTerminal() {
        return columns < Integer.MAX_VALUE;
    }
}
