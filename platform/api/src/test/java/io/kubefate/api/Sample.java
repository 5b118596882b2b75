package io.kubefate.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes values of records: a text is the name of its component, a list or map has one element. */
final class Sample {

    private static final Instant TIME = Instant.parse("2020-11-13T07:22:53.123456Z");

    private Sample() {}

    /** {@return a record whose components all have values} */
    static Record full(Class<? extends Record> type) {
        return record(type, component -> value(component.getName(), component.getGenericType()));
    }

    /** {@return a record whose components are null, zero or false} */
    static Record empty(Class<? extends Record> type) {
        return record(type, component -> component.getType().isPrimitive() ? zero(component.getType()) : null);
    }

    private static Record record(Class<? extends Record> type, Values values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Stream.of(components).map(values::of).toArray();
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Object element = value(name, last);
            return generic.getRawType().equals(List.class) ? List.of(element) : Map.of("key", element);
        }
        if (type instanceof TypeVariable<?> || type == String.class || type == Object.class) {
            return name;
        }
        return value((Class<?>) type);
    }

    private static Object value(Class<?> type) {
        if (type.isRecord()) {
            return full(type.asSubclass(Record.class));
        }
        if (type == Instant.class) {
            return TIME;
        }
        if (type == OffsetDateTime.class) {
            return TIME.atOffset(ZoneOffset.UTC);
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 2L;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        throw new IllegalArgumentException("no sample of " + type);
    }

    private static Object zero(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 0L : (Object) 0;
    }

    private interface Values {
        Object of(RecordComponent component);
    }
}
