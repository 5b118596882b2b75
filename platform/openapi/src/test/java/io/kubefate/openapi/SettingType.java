package io.kubefate.openapi;

import static java.util.Objects.requireNonNull;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type of a setting and its limits, for people. */
record SettingType(Method accessor) {

    private static final Map<String, String> NAMES =
            Map.of("Integer", "number", "String", "text", "Path", "path", "Duration", "duration", "DataSize", "size");

    private static final Map<String, String> UNITS = Map.of(
            "MILLISECONDS", "ms",
            "SECONDS", "s",
            "DAYS", "d",
            "BYTES", "B",
            "MEBIBYTES", "MiB",
            "GIBIBYTES", "GiB");

    SettingType {
        requireNonNull(accessor, "accessor is null");
    }

    /** Returns for example {@code duration, at least 2s}. */
    String text() {
        Stream<String> limits = Arrays.stream(accessor.getAnnotations()).flatMap(SettingType::limit);
        return Stream.concat(Stream.of(name(type(accessor.getGenericReturnType()))), limits)
                .collect(Collectors.joining(", "));
    }

    private static Class<?> type(Type type) {
        return (Class<?>) (type instanceof ParameterizedType optional ? optional.getActualTypeArguments()[0] : type);
    }

    private static String name(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> "`" + constant.toString().toLowerCase(Locale.ROOT) + "`")
                        .collect(Collectors.joining(" or "))
                : requireNonNull(NAMES.get(type.getSimpleName()), () -> "no name of " + type);
    }

    /** The annotations of Jakarta Validation and Dropwizard have names like {@code MinDuration}. */
    private static Stream<String> limit(Annotation annotation) {
        String name = annotation.annotationType().getSimpleName();
        if (name.startsWith("Min")) {
            return Stream.of("at least " + number(annotation));
        }
        return name.startsWith("Max") ? Stream.of("at most " + number(annotation)) : Stream.of();
    }

    private static String number(Annotation limit) {
        return attribute(limit, "value")
                + Arrays.stream(limit.annotationType().getDeclaredMethods())
                        .filter(method -> method.getName().equals("unit"))
                        .map(method -> requireNonNull(UNITS.get(attribute(limit, "unit"))))
                        .collect(Collectors.joining());
    }

    private static String attribute(Annotation annotation, String name) {
        try {
            return annotation
                    .annotationType()
                    .getMethod(name)
                    .invoke(annotation)
                    .toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
