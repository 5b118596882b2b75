package io.kubefate.planning.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line of a value in the file, and the places of the values inside it.
 *
 * @param line from 1
 * @param keys the entries, if it is a map
 * @param items the elements, if it is a list
 */
record Place(int line, Map<String, Place> keys, List<Place> items) {

    /** The maximum length of a key in a file. The longest key that Kubernetes accepts is that of a label, with 317 characters. */
    static final int MAX_KEY = 512;

    /**
     * The result of one step along a path.
     *
     * @param place the place of the step
     * @param rest the remaining path
     */
    record Step(Place place, String rest) {}

    static Place scalar(int line) {
        return new Place(line, Map.of(), List.of());
    }

    /** Returns the place of the entry of a map: the line of its key, or that of a scalar that begins on a later line. */
    Place under(int keyLine) {
        boolean scalar = keys.isEmpty() && items.isEmpty();
        return new Place(scalar ? Math.max(keyLine, line) : keyLine, keys, items);
    }

    /** Returns the place of an entry of the map, or of an element of the list, if it exists. */
    Optional<Place> inner(Object keyOrIndex) {
        if (keyOrIndex instanceof Integer index) {
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
        return Optional.ofNullable(keys.get(keyOrIndex));
    }

    /** Follows the first part of a path, {@code [0]} or a key, if the value exists. */
    Optional<Step> step(String path) {
        return path.startsWith("[") ? item(path) : key(path);
    }

    private Optional<Step> item(String path) {
        int end = path.indexOf(']');
        if (end < 2 || end > 10 || !path.substring(1, end).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        long index = Long.parseLong(path.substring(1, end));
        if (index >= items.size()) {
            return Optional.empty();
        }
        return Optional.of(new Step(items.get((int) index), afterDot(path.substring(end + 1))));
    }

    /** Keys can contain dots, so the longest known key is the first part. */
    private Optional<Step> key(String path) {
        for (int end = Math.min(path.length(), MAX_KEY); end > 0; end--) {
            boolean boundary = end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
            Place place = boundary ? keys.get(path.substring(0, end)) : null;
            if (place != null) {
                return Optional.of(new Step(place, afterDot(path.substring(end))));
            }
        }
        return Optional.empty();
    }

    private static String afterDot(String rest) {
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }
}
