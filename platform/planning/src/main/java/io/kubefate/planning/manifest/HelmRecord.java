package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * The content of a revision of a Helm 3 release (Helm, package {@code release/v1}), as far as a cluster needs it.
 *
 * @param name the name of the release
 * @param revision the number of the revision
 * @param status the status of the revision, for example {@code deployed}
 * @param deployedAt when it was deployed, as Helm writes it; may be empty
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param values the values that the chart was installed with, without the defaults of the chart
 * @param objects the objects of the kinds that this service manages too, in the namespace of the release
 * @param others what else the chart created: objects of other kinds or namespaces
 */
public record HelmRecord(
        String name,
        int revision,
        String status,
        String deployedAt,
        String chartName,
        String chartVersion,
        Map<String, Object> values,
        List<Manifest> objects,
        List<ObjectRef> others) {

    /** The kinds of records, all of {@code v1}. */
    static final Set<String> KINDS = Set.of("Secret", "ConfigMap");

    static final String OWNER_LABEL = "owner";
    static final String NAME_LABEL = "name";
    static final String HELM = "helm";

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    /** Helm limits a record to the size of a Secret, 1 MiB; what takes more space decompressed is no chart of FATE. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Others, for example a PodSecurityPolicy or a ServiceAccount, are not in the namespace, or the service may not access them. */
    private static final Set<String> MANAGED = Set.of(
            "ConfigMap", "Secret", "Service", "PersistentVolumeClaim", "Deployment", "StatefulSet", "Job", "Ingress");

    public HelmRecord {
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(deployedAt, "deployedAt is null");
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(values, "values is null");
        objects = List.copyOf(objects);
        others = List.copyOf(others);
    }

    /** Decodes a record; empty if an object is no record, or cannot be decoded. */
    public static Optional<HelmRecord> of(Manifest live) {
        if (!isRecord(live)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(live));
        } catch (IOException | IllegalArgumentException | InvalidManifestException e) {
            return Optional.empty();
        }
    }

    static boolean isRecord(Manifest live) {
        return KINDS.contains(live.kind())
                && live.label(OWNER_LABEL).equals(HELM)
                && !live.label(NAME_LABEL).isEmpty();
    }

    /** Whether Helm finished the revision, and has not replaced or removed it. */
    public boolean isDeployed() {
        return status.equals("deployed");
    }

    /** Whether Helm changes the release now, or stopped while it did. */
    public boolean isPending() {
        return status.startsWith("pending-") || status.equals("uninstalling");
    }

    private static HelmRecord read(Manifest live) throws IOException {
        JsonNode release = JSON.readTree(decompressed(live));
        JsonNode chart = release.path("chart").path("metadata");
        String namespace = live.ref().namespace();
        List<Manifest> objects = new ManifestReader()
                .read(live.ref().name(), release.path("manifest").asText());
        Predicate<Manifest> managed = object -> isManaged(object.ref(), namespace);
        return new HelmRecord(
                live.label(NAME_LABEL),
                release.path("version").asInt(),
                release.path("info").path("status").asText(),
                release.path("info").path("last_deployed").asText(),
                chart.path("name").asText(),
                chart.path("version").asText(),
                values(release.path("config")),
                objects.stream()
                        .filter(managed)
                        .map(object -> placed(object, namespace))
                        .toList(),
                objects.stream().filter(managed.negate()).map(Manifest::ref).toList());
    }

    private static Map<String, Object> values(JsonNode config) {
        return config.isObject() ? JSON.convertValue(config, VALUES) : Map.of();
    }

    /** Helm encodes the compressed JSON in base64; in a Secret, it is encoded twice. */
    private static byte[] decompressed(Manifest live) throws IOException {
        String data = String.valueOf(Manifest.map(live.content(), "data").get("release"));
        byte[] encoded = data.getBytes(StandardCharsets.UTF_8);
        if (live.kind().equals("Secret")) {
            encoded = Base64.getDecoder().decode(encoded);
        }
        byte[] compressed = Base64.getDecoder().decode(encoded);
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return json.readNBytes(MAX_BYTES);
        }
    }

    private static boolean isManaged(ObjectRef ref, String namespace) {
        return MANAGED.contains(ref.kind())
                && (ref.namespace().isEmpty() || ref.namespace().equals(namespace));
    }

    /** Charts for earlier versions of Kubernetes have Ingresses of a group that was renamed. */
    private static Manifest placed(Manifest object, String namespace) {
        Map<String, Object> content =
                new LinkedHashMap<>(object.withMetadata("namespace", namespace).content());
        content.replace("apiVersion", "extensions/v1beta1", "networking.k8s.io/v1beta1");
        return new Manifest(content);
    }
}
