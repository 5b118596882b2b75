package io.kubefate.cli.text;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of a record, as Jackson's annotations describe it. */
final class RecordFormat {

    private final Constructor<?> constructor;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> byName = new HashMap<>();

    RecordFormat(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        JsonInclude standard = type.getAnnotation(JsonInclude.class);
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            add(components[i], standard);
        }
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // every record has it
        }
    }

    /**
     * A component.
     *
     * @param include when it is written
     */
    record Field(int position, String name, Type type, Method accessor, JsonInclude.Include include) {

        @Nullable
        Object valueIn(Object value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e); // the records of the API are public
            }
        }
    }

    /** {@return the components in their order} */
    List<Field> fields() {
        return fields;
    }

    /** {@return the component with this name in JSON; null if there is none} */
    @Nullable
    Field find(String name) {
        return byName.get(name);
    }

    /** Creates a record; its constructor may throw any exception. */
    Object create(@Nullable Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e); // the records of the API are public
        }
    }

    private void add(RecordComponent component, @Nullable JsonInclude standard) {
        Method accessor = component.getAccessor();
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        JsonInclude own = accessor.getAnnotation(JsonInclude.class);
        JsonInclude include = own == null ? standard : own;
        Field field = new Field(
                fields.size(),
                property == null ? component.getName() : property.value(),
                component.getGenericType(),
                accessor,
                include == null ? JsonInclude.Include.ALWAYS : include.value());
        fields.add(field);
        byName.put(field.name(), field);
        JsonAlias alias = accessor.getAnnotation(JsonAlias.class);
        if (alias != null) {
            for (String name : alias.value()) {
                byName.put(name, field);
            }
        }
    }
}
