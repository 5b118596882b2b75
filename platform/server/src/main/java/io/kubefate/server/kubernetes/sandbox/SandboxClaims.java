package io.kubefate.server.kubernetes.sandbox;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.TemplateClaims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the claims of StatefulSets, as Kubernetes does. */
final class SandboxClaims {

    private SandboxClaims() {}

    /** Returns the claims of the desired pods; none if the object is no StatefulSet with claim templates. */
    static List<Manifest> of(Manifest object) {
        return TemplateClaims.of(List.of(object)).stream()
                .flatMap(SandboxClaims::of)
                .toList();
    }

    private static Stream<Manifest> of(TemplateClaims claims) {
        return claims.templates()
                .flatMap(template -> claims.names(template)
                        .map(name -> claim(
                                template,
                                claims,
                                ObjectRef.claim(claims.statefulSet().ref().namespace(), name))));
    }

    private static Manifest claim(Manifest template, TemplateClaims claims, ObjectRef ref) {
        Map<String, Object> labels = new LinkedHashMap<>(Manifest.map(template.metadata(), "labels"));
        labels.putAll(claims.labels());
        Map<String, Object> content = Map.of(
                "apiVersion", ref.apiVersion(),
                "kind", ref.kind(),
                "metadata", template.metadata(),
                "spec", template.spec());
        return new Manifest(content)
                .withMetadata("name", ref.name())
                .withMetadata("namespace", ref.namespace())
                .withMetadata("labels", labels);
    }
}
