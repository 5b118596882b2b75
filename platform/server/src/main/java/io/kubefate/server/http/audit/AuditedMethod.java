package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.service.audit.AuditedObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the audit knows of a resource method.
 *
 * @param verb what it does; without {@link Audited} the HTTP method and the path
 * @param kind the kind of the objects of the path
 * @param isRecorded whether every request is recorded, not only denied ones
 * @param isChange whether it changes something
 */
record AuditedMethod(String verb, String kind, boolean isRecorded, boolean isChange) {

    private static final String GET = "GET";

    /** The kinds of objects whose paths begin otherwise. */
    private static final Map<String, String> KINDS =
            Map.of("log", AuditedObject.CLUSTER, "chart", AuditedObject.PLUGIN);

    AuditedMethod {
        requireNonNull(verb, "verb is null");
        requireNonNull(kind, "kind is null");
    }

    static AuditedMethod of(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        String path = path(resource.getResourceClass().getAnnotation(Path.class), method.getAnnotation(Path.class));
        String http = httpMethod(method);
        Optional<String> verb =
                Optional.ofNullable(method.getAnnotation(Audited.class)).map(Audited::value);
        boolean isChange = !http.equals(GET) && !method.isAnnotationPresent(ReadOnly.class);
        return new AuditedMethod(verb.orElse(http + " " + path), kind(path), isChange || verb.isPresent(), isChange);
    }

    private static String httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(GET);
    }

    /** Returns the kind in a path like {@code /v1/cluster/{uuid}}. */
    private static String kind(String path) {
        String[] parts = path.split("/", -1);
        String noun = parts.length > 2 ? parts[2] : "";
        return KINDS.getOrDefault(noun, noun);
    }

    private static String path(@Nullable Path ofClass, @Nullable Path ofMethod) {
        String first = ofClass == null ? "" : ofClass.value();
        return ofMethod == null ? first : first.replaceFirst("/$", "") + "/" + ofMethod.value();
    }
}
