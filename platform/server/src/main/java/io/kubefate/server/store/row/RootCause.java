package io.kubefate.server.store.row;

import static java.util.Objects.requireNonNullElse;

import java.util.Objects;
import java.util.stream.Stream;

/** Why the database failed: the causes of an exception are from libraries, except for the last one. */
public final class RootCause {

    private RootCause() {}

    /** Returns an exception and its causes, outside first. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** Returns the message of the last cause, in one line. */
    public static String text(Throwable failure) {
        return line(causes(failure).reduce((outer, inner) -> inner).orElse(failure));
    }

    /** Returns the message of an exception, in one line. */
    public static String line(Throwable failure) {
        return requireNonNullElse(failure.getMessage(), failure.toString())
                .strip()
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
