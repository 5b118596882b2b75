package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.error.KubefateException;
import java.util.List;
import java.util.Set;

/**
 * A boolean query parameter. Every spelling that is not known is refused: a dry run that is read as false changes something.
 *
 * @param values as the request has them; empty if it has none
 */
public record Flag(String name, List<String> values) {

    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    public Flag {
        requireNonNull(name, "name is null");
        values = List.copyOf(values);
    }

    /** {@return whether a value means true} */
    public static boolean isTrue(String value) {
        return TRUE.contains(value);
    }

    /** {@return whether a value means true or false} */
    static boolean isKnown(String value) {
        return TRUE.contains(value) || FALSE.contains(value);
    }

    /**
     * Returns whether the parameter is true; it is not if it is absent.
     *
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public boolean isSet() {
        values.stream().filter(value -> !isKnown(value)).findFirst().ifPresent(value -> {
            throw KubefateException.invalid(name + " must be true or false, but is '" + value + "'");
        });
        Set<Boolean> meanings = values.stream().map(Flag::isTrue).collect(toSet());
        if (meanings.size() > 1) {
            throw KubefateException.invalid(name + " must be either true or false, but is both");
        }
        return meanings.contains(true);
    }
}
