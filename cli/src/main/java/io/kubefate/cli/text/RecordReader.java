package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of the API. Data binding of Jackson does the same, but takes longer to start than all else in a command: see
 * docs/rationale.md.
 */
final class RecordReader {

    private final JsonParser json;
    private final Map<Class<?>, RecordFormat> formats = new HashMap<>();

    private RecordReader(JsonParser json) {
        this.json = requireNonNull(json, "json is null");
    }

    /**
     * Reads a value.
     *
     * @param type a record, list or map, with its type arguments
     * @throws IOException if the text is not JSON, or its values are of other types
     */
    static Object read(JsonFactory factory, byte[] text, Type type) throws IOException {
        try (JsonParser json = factory.createParser(text)) {
            json.nextToken();
            Object value = new RecordReader(json).value(type, type);
            if (value == null) {
                throw new IOException("the JSON has no content");
            }
            return value;
        }
    }

    /**
     * Reads the value at the current token.
     *
     * @param owner the type whose arguments the variables stand for
     */
    private @Nullable Object value(Type type, Type owner) throws IOException {
        if (type instanceof TypeVariable<?> variable) {
            Type argument = argument(owner, variable);
            return value(argument, argument);
        }
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (!json.hasCurrentToken() || json.hasToken(JsonToken.VALUE_NULL)) {
            return Scalars.absent(raw);
        }
        if (raw.isRecord()) {
            return record(raw, type);
        }
        if (raw == List.class) {
            return list(arguments(type)[0], owner);
        }
        if (raw == Map.class) {
            return map(arguments(type)[1], owner);
        }
        return raw == Object.class ? plain() : Scalars.read(json, raw);
    }

    private Object record(Class<?> raw, Type type) throws IOException {
        expect(JsonToken.START_OBJECT);
        RecordFormat format = formats.computeIfAbsent(raw, RecordFormat::new);
        Object[] values = new Object[format.fields().size()];
        for (RecordFormat.Field field : format.fields()) {
            if (field.type() instanceof Class<?> component) {
                values[field.position()] = Scalars.absent(component);
            }
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            RecordFormat.Field field = format.find(name);
            if (field == null) {
                json.skipChildren();
            } else {
                values[field.position()] = value(field.type(), type);
            }
        }
        try {
            return format.create(values);
        } catch (InvocationTargetException e) {
            throw new IOException("invalid " + raw.getSimpleName() + ": " + e.getCause(), e);
        }
    }

    private List<@Nullable Object> list(Type element, Type owner) throws IOException {
        expect(JsonToken.START_ARRAY);
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(element, owner));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(Type element, Type owner) throws IOException {
        expect(JsonToken.START_OBJECT);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            map.put(name, value(element, owner));
        }
        return map;
    }

    /** A value of any shape: maps, lists and scalars. */
    private @Nullable Object plain() throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> map(Object.class, Object.class);
            case START_ARRAY -> list(Object.class, Object.class);
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            default -> json.getText();
        };
    }

    private void expect(JsonToken token) throws IOException {
        if (!json.hasToken(token)) {
            throw new IOException("unexpected " + json.currentToken() + " at " + json.currentTokenLocation());
        }
    }

    private static Type argument(Type owner, TypeVariable<?> variable) {
        return arguments(owner)[
                List.of(variable.getGenericDeclaration().getTypeParameters()).indexOf(variable)];
    }

    private static Type[] arguments(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments();
    }
}
