package io.kubefate.plugin.testing;

import io.kubefate.server.kubernetes.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which objects name others: ConfigMaps, Secrets, claims and Services. */
final class References {

    private static final Map<String, String> NAMED_BY = Map.of(
            "configMap", "ConfigMap",
            "configMapRef", "ConfigMap",
            "configMapKeyRef", "ConfigMap",
            "secretRef", "Secret",
            "secretKeyRef", "Secret",
            "persistentVolumeClaim", "PersistentVolumeClaim",
            "service", "Service");

    private References() {}

    /** {@return {@code Kind/name} of everything that is named and does not exist} */
    static Set<String> dangling(List<Manifest> objects) {
        Set<String> existing =
                objects.stream().map(object -> object.ref().toString()).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        objects.forEach(object -> collect(object.content(), named));
        named.removeAll(existing);
        return named;
    }

    private static void collect(Object value, Set<String> named) {
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, named));
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> {
                String kind = NAMED_BY.get(String.valueOf(key));
                if (kind != null && entry instanceof Map<?, ?> reference) {
                    Object name =
                            reference.containsKey("claimName") ? reference.get("claimName") : reference.get("name");
                    if (name != null) {
                        named.add(kind + "/" + name);
                    }
                }
                collect(entry, named);
            });
        }
    }
}
