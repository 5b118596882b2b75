package io.kubefate.planning.spec;

import com.networknt.schema.Error;
import io.kubefate.planning.yaml.SlipAdvice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds missing keys that are there under a mistyped name, which is a problem of its own. */
final class MistypedKeys {

    /** How many unknown keys of a map are compared with a missing one. */
    private static final int MOST_UNKNOWN = 20;

    private final Map<String, List<String>> unknown = new HashMap<>();

    MistypedKeys(List<Error> errors) {
        errors.stream()
                .filter(error -> error.getKeyword().equals("additionalProperties"))
                .forEach(error -> add(error.getInstanceLocation().toString(), error.getProperty()));
    }

    private void add(String map, String key) {
        List<String> keys = unknown.computeIfAbsent(map, unused -> new ArrayList<>());
        if (keys.size() < MOST_UNKNOWN) {
            keys.add(key);
        }
    }

    /** Whether an error reports a missing key of which the map has a mistyped one. */
    boolean explain(Error error) {
        return error.getKeyword().equals("required")
                && unknown.getOrDefault(error.getInstanceLocation().toString(), List.of()).stream()
                        .anyMatch(key -> isMistyped(key, error.getProperty()));
    }

    /** A key without a space after its colon includes its value. */
    private static boolean isMistyped(String key, String name) {
        return (key.startsWith(name) && SlipAdvice.ofKey(key).isPresent())
                || NearestName.of(key, List.of(name)).isPresent();
    }
}
