package io.kubefate.server.service;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.plan.Mask;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Masks an item of an answer, with the parts that have a format of their own: rendered objects and encoded files. */
final class MaskedItem {

    private MaskedItem() {}

    /**
     * Returns an item without passwords.
     *
     * @param item its JSON, as maps, lists and scalars
     */
    static Object of(Object item, Mask mask) {
        if (!(item instanceof Map<?, ?> fields)) {
            return mask.content(item);
        }
        Map<Object, Object> masked = new LinkedHashMap<>((Map<?, ?>) mask.content(fields));
        if (fields.get("manifests") instanceof String yaml) {
            masked.put("manifests", manifests(yaml, mask));
        }
        if (fields.get("meta_data") instanceof Map<?, ?> arguments && arguments.get("data") instanceof String file) {
            Map<Object, Object> maskedArguments = new LinkedHashMap<>((Map<?, ?>) mask.content(arguments));
            maskedArguments.put("data", base64(file, mask));
            masked.put("meta_data", maskedArguments);
        }
        return masked;
    }

    private static String manifests(String yaml, Mask mask) {
        List<Manifest> objects = new ManifestReader().read("the revision", yaml);
        return ManifestWriter.yaml(objects.stream().map(mask::object).toList());
    }

    private static String base64(String file, Mask mask) {
        try {
            String text = new String(Base64.getMimeDecoder().decode(file), StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mask.text(text).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Mask.HIDDEN; // not parseable
        }
    }
}
