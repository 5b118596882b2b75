package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keys are text and no value is null; ConfigMaps and Secrets contain text under valid keys; claims have a size. */
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
            return Stream.of(where + ": the key " + key + " is not text; put it in quotes");
        }
        String path = where + (where.contains(" ") ? "." : " ") + key;
        return value == null
                ? Stream.of(path + ": has no value; omit the key, or write {} or []")
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
            return Stream.of(where + ": " + Quoted.value(entry.getKey())
                    + " is not a valid key: use at most 253 letters, digits, -, _ and .");
        }
        return entry.getValue() instanceof String
                ? Stream.empty()
                : Stream.of(where + "." + entry.getKey() + ": is not text; print it with ${file(…)} or as text");
    }

    private static Stream<String> size(String where, Manifest claim) {
        Object size = map(map(claim.spec(), "resources"), "requests").get("storage");
        return Syntax.isQuantity(size)
                ? Stream.empty()
                : Stream.of(where + ": " + Quoted.value(size) + " is not a quantity such as 10Gi");
    }
}
