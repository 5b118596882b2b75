package io.kubefate.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Completes the schemas of records: the texts, which fields are always present, and which can be null. A record that clients send
 * ({@code …Args}, {@code Credentials}) has no required fields, because the service has defaults for them or says what is missing.
 */
final class RecordSchemas implements ModelConverter {

    private final Comments comments;

    /** A record is resolved again wherever it is used. */
    private final Set<Schema<?>> completed = Collections.newSetFromMap(new IdentityHashMap<>());

    RecordSchemas(Comments comments) {
        this.comments = comments;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && java.getRawClass().isRecord()) {
            Optional.ofNullable(
                            context.getDefinedModels().get(java.getRawClass().getSimpleName()))
                    .filter(completed::add)
                    .ifPresent(model -> complete(model, java.getRawClass()));
        }
        return schema;
    }

    private void complete(Schema<?> model, Class<?> type) {
        Comments.Comment comment = comments.of(type);
        model.setDescription(comment.summary());
        Set<String> required = new LinkedHashSet<>();
        boolean sent =
                type.getSimpleName().endsWith("Args") || type.getSimpleName().equals("Credentials");
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            Schema<?> property = model.getProperties().get(name);
            if (property == null) {
                continue;
            }
            comment.parameter(component.getName()).ifPresent(property::setDescription);
            boolean always = !sent && !isOmitted(component, type);
            if (always) {
                required.add(name);
            }
            if (always && component.getAccessor().getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
                model.getProperties().put(name, nullable(property));
            }
        }
        model.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static String name(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .filter(value -> !value.isEmpty())
                .orElse(component.getName());
    }

    private static boolean isOmitted(RecordComponent component, Class<?> type) {
        return isOmitting(component.getAccessor().getAnnotation(JsonInclude.class))
                || isOmitting(type.getAnnotation(JsonInclude.class))
                        && component.getAccessor().getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isOmitting(@Nullable JsonInclude include) {
        return include != null && include.value() != JsonInclude.Include.ALWAYS;
    }

    /** Accepts its own result, because copies of a model share their properties. */
    private static Schema<?> nullable(Schema<?> property) {
        if (property.getOneOf() != null) {
            return property;
        }
        if (property.get$ref() == null) {
            property.addType("null");
            return property;
        }
        Schema<Object> either = new JsonSchema();
        either.setDescription(property.getDescription());
        either.addOneOfItem(Schemas.named("null"));
        either.addOneOfItem(new JsonSchema().$ref(property.get$ref()));
        return either;
    }
}
