package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.kubefate.spi.Problem;
import io.kubefate.spi.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of later releases, from the keyword {@code x-later-keys} of a schema:
 * {@code {"product": "FATE", "keys": {"1.9": ["computing", "*.replicas"]}, "instead": {"computing": "write backend"}}}, with the
 * earliest release first. A key is a path without indexes; {@code *} is any key.
 */
final class LaterKeys {

    private static final String KEYWORD = "x-later-keys";
    private static final int MAX_NAMES = 20;

    private final String product;
    private final JsonNode instead;
    private final List<String> releases = new ArrayList<>();
    /** The known paths by their last key. */
    private final Map<String, List<Known>> known = new HashMap<>();

    /** @param release the index of the release */
    private record Known(List<String> path, int release) {

        boolean matches(List<String> other) {
            return path.size() == other.size()
                    && IntStream.range(0, path.size())
                            .allMatch(
                                    i -> path.get(i).equals("*") || path.get(i).equals(other.get(i)));
        }
    }

    LaterKeys(JsonNode schema) {
        JsonNode declared = schema.path(KEYWORD);
        this.product = declared.path("product").asText();
        this.instead = declared.path("instead");
        declared.path("keys").properties().forEach(entry -> {
            entry.getValue().forEach(key -> add(key.asText(), releases.size()));
            releases.add(entry.getKey());
        });
    }

    private void add(String key, int release) {
        List<String> path = List.of(key.split("\\."));
        known.computeIfAbsent(path.get(path.size() - 1), unused -> new ArrayList<>())
                .add(new Known(path, release));
    }

    /** Whether an error of the schema reports a key of a later release. */
    boolean reports(Error error) {
        return error.getKeyword().equals("additionalProperties")
                && release(keys(error)).isPresent();
    }

    /**
     * Returns one cause for all keys of later releases: a warning if none of them would have an effect there.
     *
     * @param errors the errors that report them, in the order of the file
     * @return empty if there are none
     */
    Optional<Cause> cause(List<Error> errors) {
        return errors.isEmpty() ? Optional.empty() : Optional.of(new Cause(path(errors.get(0)), () -> problem(errors)));
    }

    private Problem problem(List<Error> errors) {
        int latest = errors.stream()
                .flatMap(error -> release(keys(error)).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String names = errors.stream().limit(MAX_NAMES).map(this::name).collect(Collectors.joining(", "));
        String more = errors.size() > MAX_NAMES ? " and " + (errors.size() - MAX_NAMES) + " more" : "";
        String message = "%d %s of %s ≥ %s: %s%s; remove %s"
                .formatted(
                        errors.size(),
                        errors.size() == 1 ? "key" : "keys",
                        product,
                        releases.get(latest),
                        names,
                        more,
                        errors.size() == 1 ? "it" : "them");
        return new Problem(areOff(errors) ? Severity.WARNING : Severity.ERROR, "", message);
    }

    private String name(Error error) {
        String hint = instead.path(String.join(".", keys(error))).asText();
        return Violation.path(path(error)) + (hint.isEmpty() ? "" : " (" + hint + ")");
    }

    private Optional<Integer> release(List<String> keys) {
        return known.getOrDefault(keys.get(keys.size() - 1), List.of()).stream()
                .filter(candidate -> candidate.matches(keys))
                .map(Known::release)
                .findFirst();
    }

    private static List<String> keys(Error error) {
        return path(error).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Returns the keys and indexes that lead to the key that an error reports. */
    static List<Object> path(Error error) {
        List<Object> path = new ArrayList<>(Violation.elements(error.getInstanceLocation()));
        path.add(error.getProperty());
        return path;
    }

    /** Whether the keys switch nothing on. */
    private static boolean areOff(List<Error> errors) {
        return errors.stream().allMatch(error -> isOff(error.getInstanceNode().path(error.getProperty())));
    }

    private static boolean isOff(JsonNode value) {
        if (value.isContainerNode()) {
            return value.valueStream().allMatch(LaterKeys::isOff);
        }
        return value.isNull()
                || value.isMissingNode()
                || value.asText().isEmpty()
                || value.asText().equals("false");
    }
}
