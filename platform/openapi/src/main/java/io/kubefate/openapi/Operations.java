package io.kubefate.openapi;

import io.kubefate.server.http.body.JarUpload;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Public;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.ws.rs.Consumes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes the operations: what their methods, annotations and comments say, and what all of them have in common. */
final class Operations extends AbstractOpenAPIExtension {

    private final Comments comments;
    private final Schemas schemas;
    private final Responses responses;

    Operations(Comments comments, Schemas schemas) {
        this.comments = comments;
        this.schemas = schemas;
        this.responses = new Responses(schemas);
    }

    /** Parameters are read from the method in {@link #decorateOperation}, where its comment is known. */
    @Override
    public ResolvedParameter extractParameters(
            List<Annotation> annotations,
            Type type,
            Set<Type> typesToSkip,
            Components components,
            Consumes classConsumes,
            Consumes methodConsumes,
            boolean includeRequestBody,
            com.fasterxml.jackson.annotation.@Nullable JsonView jsonView,
            Iterator<OpenAPIExtension> chain) {
        return new ResolvedParameter();
    }

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        String noun = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        String id = noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + capitalized(method.getName());
        Comments.Comment comment = comments.of(method.getDeclaringClass(), method.getName());
        operation.operationId(id);
        operation.tags(List.of(noun));
        operation.summary(comment.summary().isEmpty() ? null : comment.summary());
        operation.description(comment.body().isEmpty() ? null : comment.body());
        operation.parameters(Parameters.of(method, comment));
        body(method).ifPresent(operation::requestBody);
        if (method.isAnnotationPresent(Public.class)) {
            operation.security(List.of());
        }
        operation.responses(responses.of(operation, method));
        addExamples(operation, id);
    }

    private Optional<RequestBody> body(Method method) {
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            JsonBody body = parameter.getAnnotation(JsonBody.class);
            if (body != null) {
                return Optional.of(content("application/json", schemas.of(body.value())));
            }
            if (parameter.getType() == JarUpload.class) {
                Schema<Object> form = Schemas.named("object");
                form.addProperty(
                        "file", Schemas.named("string").format("binary").description("The jar of the plugin."));
                form.setRequired(List.of("file"));
                return Optional.of(content("multipart/form-data", form));
            }
        }
        return Optional.empty();
    }

    private static RequestBody content(String type, Schema<?> schema) {
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType(type, new MediaType().schema(schema)));
    }

    private static void addExamples(Operation operation, String id) {
        ApiReader.example(id + ".request")
                .ifPresent(example ->
                        operation.getRequestBody().getContent().values().forEach(media -> media.setExample(example)));
        ApiReader.example(id + ".reply")
                .ifPresent(example -> Optional.ofNullable(
                                operation.getResponses().get("200"))
                        .ifPresent(response ->
                                response.getContent().values().forEach(media -> media.setExample(example))));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
