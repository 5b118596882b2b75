package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keys are text and nothing is null; ConfigMaps and Secrets hold text under keys that can be file names; claims ask for a size. */
final class FieldRule implements ObjectRule {

    @Override
    public Stream<String> violations(ObjectSet objects) {
        return objects.objects().stream()
                .flatMap(object -> Stream.concat(fields(object.ref().toString(), object.content()), byKind(object)));
    }

    private static Stream<String> fields(String where, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(element -> fields(where + "[]", element));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().flatMap(entry -> field(where, entry.getKey(), entry.getValue()));
        }
        return Stream.empty();
    }

    private static Stream<String> field(String where, Object key, Object value) {
        if (!(key instanceof String)) {
            return Stream.of(where + ": the key " + key + " is no text; put it in quotes");
        }
        String path = where + (where.contains(" ") ? "." : " ") + key;
        return value == null
                ? Stream.of(path + ": has no value; leave the key out, or write {} or []")
                : fields(path, value);
    }

    private static Stream<String> byKind(Manifest object) {
        return switch (object.kind()) {
            case "ConfigMap", "Secret" ->
                Stream.of("data", "stringData")
                        .flatMap(field -> map(object.content(), field).entrySet().stream()
                                .flatMap(entry -> file(object.ref() + " " + field, entry)));
            case "PersistentVolumeClaim" -> size(object.ref() + " spec.resources.requests.storage", object);
            default -> Stream.empty();
        };
    }

    private static Stream<String> file(String where, Map.Entry<String, Object> entry) {
        if (!Syntax.isConfigKey(String.valueOf((Object) entry.getKey()))) {
            return Stream.of(where + ": " + Shown.value(entry.getKey())
                    + " is no key; it has at most 253 letters, digits, -, _ and .");
        }
        return entry.getValue() instanceof String
                ? Stream.empty()
                : Stream.of(where + "." + entry.getKey() + ": is no text; print it with ${file(…)} or as a text");
    }

    private static Stream<String> size(String where, Manifest claim) {
        Object size = map(map(claim.spec(), "resources"), "requests").get("storage");
        return Syntax.isQuantity(size)
                ? Stream.empty()
                : Stream.of(where + ": " + Shown.value(size) + " is no quantity such as 10Gi");
    }
}
