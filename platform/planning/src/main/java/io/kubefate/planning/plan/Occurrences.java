package io.kubefate.planning.plan;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds any of many values in a text, by rolling hashes (Rabin and Karp). The time does not depend on the number and length of
 * the values: those longer than {@link #PIECE} are searched in pieces of this length.
 */
final class Occurrences {

    private static final int PIECE = 64;

    /** A value of this length cannot be part of an ordinary word, so it is found even inside one, as in {@code mysql -ppassword}. */
    private static final int LONG = 8;

    private static final long BASE = 1_000_003;

    /** The values of a length by hash; the longest first. */
    private final Map<Integer, Map<Long, Set<String>>> byLength = new TreeMap<>(Comparator.reverseOrder());

    /** Creates a search for values, none of them empty. */
    Occurrences(Collection<String> values) {
        values.stream()
                .flatMap(Occurrences::pieces)
                .forEach(piece -> byLength.computeIfAbsent(piece.length(), length -> new HashMap<>())
                        .computeIfAbsent(hash(piece), hash -> new HashSet<>())
                        .add(piece));
    }

    /** Returns the positions of all characters of the text that belong to a value. */
    BitSet in(String text) {
        BitSet found = new BitSet(text.length());
        byLength.forEach((length, values) -> find(text, length, values, found));
        return found;
    }

    private static void find(String text, int length, Map<Long, Set<String>> values, BitSet found) {
        BitSet sieve = new BitSet(1 << Short.SIZE);
        values.keySet().forEach(hash -> sieve.set(sieved(hash)));
        long highest = IntStream.range(1, length).mapToLong(i -> BASE).reduce(1, (a, b) -> a * b);
        long hash = 0;
        for (int end = 1; end <= text.length(); end++) {
            int start = end - length;
            hash = (start > 0 ? hash - highest * text.charAt(start - 1) : hash) * BASE + text.charAt(end - 1);
            if (start >= 0
                    && sieve.get(sieved(hash))
                    && values.getOrDefault(hash, Set.of()).contains(text.substring(start, end))
                    && (length >= LONG || isWord(text, start, end, found))) {
                found.set(start, end);
            }
        }
    }

    private static Stream<String> pieces(String value) {
        int last = value.length() - PIECE;
        return last <= 0
                ? Stream.of(value)
                : Stream.concat(
                        Stream.iterate(0, start -> start < last, start -> start + PIECE)
                                .map(start -> value.substring(start, start + PIECE)),
                        Stream.of(value.substring(last)));
    }

    private static long hash(String value) {
        return value.chars().asLongStream().reduce(0, (hash, character) -> hash * BASE + character);
    }

    private static int sieved(long hash) {
        return (int) (hash >>> Short.SIZE & 0xffff);
    }

    private static boolean isWord(String text, int start, int end, BitSet found) {
        return !continuesWord(text, start - 1, found) && !continuesWord(text, end, found);
    }

    private static boolean continuesWord(String text, int position, BitSet found) {
        if (position < 0 || position >= text.length() || found.get(position)) {
            return false;
        }
        char character = text.charAt(position);
        return character == '_' || character < 128 && Character.isLetterOrDigit(character);
    }
}
