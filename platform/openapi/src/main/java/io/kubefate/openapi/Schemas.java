package io.kubefate.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of types. */
final class Schemas {

    private final Map<String, Schema<?>> used = new TreeMap<>();

    /** Returns the schemas of the records that were asked for, and of those in them. */
    Map<String, Schema<?>> used() {
        return used;
    }

    /** Returns the schema of a type; that of a record is a reference to one of the components. */
    Schema<?> of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Schema<Object> array = named("array");
            array.setItems(of(list.getActualTypeArguments()[0]));
            return array;
        }
        if (type == String.class || type == Object.class) {
            return type == String.class ? named("string") : new JsonSchema();
        }
        if (type == Boolean.class) {
            return named("boolean");
        }
        Class<?> record = (Class<?>) type;
        ModelConverters.getInstance(true).readAll(record).forEach(used::put);
        return reference(record.getSimpleName());
    }

    /** Returns a reference to the schema of a record. */
    static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** Returns the schema of a type with this name in JSON Schema. */
    static Schema<Object> named(String type) {
        Schema<Object> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
