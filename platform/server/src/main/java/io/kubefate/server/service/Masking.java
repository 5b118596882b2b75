package io.kubefate.server.service;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.engine.RevisionMask;
import io.kubefate.server.store.ClusterStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Masks the passwords of clusters in answers of any shape: those of all revisions of a cluster, in its specs, in rendered objects, in
 * fields, texts, log lines and the arguments of jobs.
 */
public final class Masking {

    private final ClusterStore clusters;

    public Masking(ClusterStore clusters) {
        this.clusters = requireNonNull(clusters, "clusters is null");
    }

    /**
     * Returns an answer without passwords.
     *
     * @param answer its JSON, as maps, lists and scalars
     * @param cluster the requested cluster; empty if each part of the answer identifies its own
     */
    public Map<String, Object> mask(Map<String, Object> answer, Optional<String> cluster) {
        return mask(answer, cluster, any -> true);
    }

    /**
     * Returns an answer without the passwords of some clusters.
     *
     * @param answer its JSON, as maps, lists and scalars
     * @param cluster the requested cluster; empty if each part of the answer identifies its own
     * @param isMasked selects clusters by their id
     */
    public Map<String, Object> mask(Map<String, Object> answer, Optional<String> cluster, Predicate<String> isMasked) {
        Map<String, Mask> masks = new HashMap<>();
        Map<String, Object> masked = new LinkedHashMap<>();
        answer.forEach((key, value) -> masked.put(
                key,
                value instanceof Collection<?> list
                        ? list.stream()
                                .map(item -> item(item, owner(item, cluster), isMasked, masks))
                                .toList()
                        : item(value, owner(value, cluster), isMasked, masks)));
        return masked;
    }

    /** {@return masks the passwords of a cluster in lines of its logs} */
    public UnaryOperator<String> lines(String cluster) {
        return maskOf(cluster)::text;
    }

    private Object item(Object item, String owner, Predicate<String> isMasked, Map<String, Mask> masks) {
        if (!isMasked.test(owner)) {
            return item;
        }
        Mask mask = masks.computeIfAbsent(owner, this::maskOf);
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

    private Mask maskOf(String cluster) {
        return RevisionMask.of(clusters.revisions(cluster, 0));
    }

    /** Returns the id of the cluster that an item belongs to: a job references it, the path may contain it, a cluster has it. */
    private static String owner(Object item, Optional<String> cluster) {
        Map<?, ?> fields = item instanceof Map<?, ?> map ? map : Map.of();
        return Optional.ofNullable(fields.get("cluster_id"))
                .map(String::valueOf)
                .filter(id -> !id.isEmpty())
                .or(() -> cluster)
                .or(() -> Optional.ofNullable(fields.get("uuid")).map(String::valueOf))
                .orElse("");
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
