package io.kubefate.cli.text;

import java.util.stream.IntStream;

/** How much two texts differ, to find what a user may have meant. */
public final class EditDistance {

    private EditDistance() {}

    /** {@return the number of characters to insert, delete or replace, by Levenshtein} */
    public static int between(String from, String to) {
        int[] previous = IntStream.rangeClosed(0, to.length()).toArray();
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
