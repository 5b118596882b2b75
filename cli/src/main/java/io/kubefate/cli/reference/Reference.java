package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a user names a cluster, job, chart or token by.
 *
 * @param text a UUID, at least four digits from its beginning, or a name
 */
public record Reference(String text) {

    private static final Pattern COMPLETE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-fA-F]{4}[0-9a-fA-F-]*");

    public Reference {
        requireNonNull(text, "text is null");
    }

    /** {@return the UUID, if the text is a complete one} */
    Optional<UUID> uuid() {
        return Optional.of(text).filter(COMPLETE.asMatchPredicate()).map(UUID::fromString);
    }

    /** {@return the namespace of {@code namespace/name}} */
    Optional<String> namespace() {
        int slash = text.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(text.substring(0, slash));
    }

    /** {@return the text without the namespace} */
    String name() {
        return text.substring(text.indexOf('/') + 1);
    }

    boolean isBeginningOf(String uuid) {
        return BEGINNING.matcher(text).matches() && uuid.startsWith(text.toLowerCase(Locale.ROOT));
    }
}
