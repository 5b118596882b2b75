package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A revision of a Helm 3 release, as Helm records it: in the Secret {@code sh.helm.release.v1.<release>.v<revision>}, or in a ConfigMap
 * with {@code HELM_DRIVER=configmap}. Whoever has the records of a release can delete its objects, by their names.
 *
 * @param name the name of the release
 * @param objects the objects of the kinds that this service manages too, in the namespace of the release; empty if the record cannot be
 *     decoded
 */
public record HelmRelease(String name, List<ObjectRef> objects) {

    /** The kinds of records, all of {@code v1}. */
    public static final Set<String> RECORD_KINDS = Set.of("Secret", "ConfigMap");

    private static final String NAME_ANNOTATION = "meta.helm.sh/release-name";
    private static final String OWNER_LABEL = "owner";
    private static final String NAME_LABEL = "name";
    private static final String HELM = "helm";
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Others, for example a PodSecurityPolicy, are not in the namespace, or the service may not access them. */
    private static final Set<String> KINDS = Set.of(
            "ConfigMap",
            "Secret",
            "Service",
            "ServiceAccount",
            "PersistentVolumeClaim",
            "Deployment",
            "StatefulSet",
            "Job",
            "Ingress");

    public HelmRelease {
        requireNonNull(name, "name is null");
        objects = List.copyOf(objects);
    }

    /** Returns the name of the release that a live object belongs to by its annotation. */
    public static Optional<String> ownerOf(Manifest live) {
        return Optional.of(live.annotation(NAME_ANNOTATION)).filter(name -> !name.isEmpty());
    }

    /** Returns the labels that the records of a release have. */
    public static Map<String, String> recordLabels(String release) {
        return Map.of(OWNER_LABEL, HELM, NAME_LABEL, release);
    }

    /** Decodes the record of a release; empty if an object is no record. */
    public static Optional<HelmRelease> of(Manifest live) {
        boolean isRecord =
                RECORD_KINDS.contains(live.kind()) && live.label(OWNER_LABEL).equals(HELM);
        return Optional.of(live.label(NAME_LABEL))
                .filter(name -> isRecord && !name.isEmpty())
                .map(name -> new HelmRelease(name, objects(live)));
    }

    private static List<ObjectRef> objects(Manifest live) {
        String namespace = live.ref().namespace();
        try {
            return new ManifestReader()
                    .read(live.ref().name(), manifest(live)).stream()
                            .map(Manifest::ref)
                            .filter(ref -> KINDS.contains(ref.kind()))
                            .filter(ref ->
                                    ref.namespace().isEmpty() || ref.namespace().equals(namespace))
                            .map(ref -> new ObjectRef(served(ref.apiVersion()), ref.kind(), namespace, ref.name()))
                            .toList();
        } catch (IOException | IllegalArgumentException | InvalidManifestException e) {
            return List.of();
        }
    }

    /** Helm encodes the compressed JSON in base64; in a Secret, it is encoded twice. */
    private static String manifest(Manifest live) throws IOException {
        String data = String.valueOf(Manifest.map(live.content(), "data").get("release"));
        byte[] encoded = data.getBytes(StandardCharsets.UTF_8);
        if (live.kind().equals("Secret")) {
            encoded = Base64.getDecoder().decode(encoded);
        }
        byte[] compressed = Base64.getDecoder().decode(encoded);
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new JsonMapper()
                    .readTree(json.readNBytes(MAX_BYTES))
                    .path("manifest")
                    .asText();
        }
    }

    /** Charts for earlier versions of Kubernetes have Ingresses of a group that was renamed. */
    private static String served(String apiVersion) {
        return apiVersion.equals("extensions/v1beta1") ? "networking.k8s.io/v1beta1" : apiVersion;
    }
}
