package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A setting whose value does not have the required type, or that does not exist: where it is, and what to write instead. */
record UnreadableSetting(JsonMappingException failure) {

    /** A name with more typing errors is another name. */
    private static final int TYPING_ERRORS = 3;

    UnreadableSetting {
        requireNonNull(failure, "failure is null");
    }

    /** {@return for example {@code server.adminConnectors[0].port}} */
    String path() {
        return failure.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(joining())
                .replaceFirst("^\\.", "");
    }

    String problem() {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "unknown setting" + suggestion(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        return type().map(UnreadableSetting::expectation).orElseGet(failure::getOriginalMessage);
    }

    private Optional<Class<?>> type() {
        if (failure instanceof MismatchedInputException mismatch) {
            return Optional.ofNullable(mismatch.getTargetType());
        }
        return failure instanceof ValueInstantiationException value
                ? Optional.of(value.getType().getRawClass())
                : Optional.empty();
    }

    private static String expectation(Class<?> type) {
        if (type.isEnum()) {
            return "use one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(joining(", "));
        }
        if (type == Duration.class) {
            return "use a duration such as 10s, 30m or 1h";
        }
        if (type == DataSize.class) {
            return "use a size such as 64MiB";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "use true or false";
        }
        boolean isNumber = Number.class.isAssignableFrom(type) || type.isPrimitive();
        return isNumber ? "use a whole number" : "expected a value of type " + type.getSimpleName();
    }

    private static String suggestion(String name, Collection<Object> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .map(Object::toString)
                .filter(other -> distance.apply(name, other) <= TYPING_ERRORS)
                .min(Comparator.comparing(other -> distance.apply(name, other)))
                .map(other -> "; did you mean " + other + "?")
                .orElse("");
    }
}
