package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the administrator. The first one encrypts; the others only decrypt what was encrypted before.
 *
 * @param source where they come from, for messages
 * @param keys empty if the database is not encrypted
 */
public record MasterKeys(String source, List<MasterKey> keys) {

    public MasterKeys {
        requireNonNull(source, "source is null");
        keys = List.copyOf(keys);
    }

    /** Returns that there are no keys where they could be. */
    public static MasterKeys none(String source) {
        return new MasterKeys(source, List.of());
    }

    /**
     * Reads a key file: a key on each line, 32 bytes in Base64. Empty lines, and those that begin with {@code #}, do not count.
     *
     * @throws KubefateException {@link ErrorCode#INVALID_REQUEST}
     */
    public static MasterKeys parse(String source, Stream<String> lines) {
        List<MasterKey> keys = new ArrayList<>();
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> keys.add(key(source, line, keys.size() + 1)));
        if (keys.isEmpty()) {
            throw invalid(source + " has no key", null);
        }
        return new MasterKeys(source, keys);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Returns the key that encrypts. */
    public MasterKey first() {
        return keys.get(0);
    }

    /**
     * Returns the key that encrypted a data key.
     *
     * @throws KubefateException {@link ErrorCode#DATABASE_UNAVAILABLE} if it is not there
     */
    MasterKey of(DataKeyRecord dataKey) {
        Optional<MasterKey> found = keys.stream()
                .filter(key -> key.id().equals(dataKey.masterKeyId()))
                .findFirst();
        return found.orElseThrow(() -> new KubefateException(
                ErrorCode.DATABASE_UNAVAILABLE,
                "the database is encrypted with the key " + dataKey.masterKeyId() + ", which is not in " + source
                        + (keys.isEmpty() ? "" : " (it has " + ids() + ")")
                        + "; add this key, and name the file in KUBEFATE_ENCRYPTION_KEY_FILE"));
    }

    private String ids() {
        return keys.stream().map(MasterKey::id).collect(joining(", "));
    }

    private static MasterKey key(String source, String line, int number) {
        try {
            return MasterKey.parse(line);
        } catch (IllegalArgumentException e) {
            throw invalid("key " + number + " in " + source + " is not 32 bytes in Base64", e);
        }
    }

    private static KubefateException invalid(String problem, @Nullable Exception cause) {
        String message = problem + "; use the output of: openssl rand -base64 32";
        return cause == null
                ? new KubefateException(ErrorCode.INVALID_REQUEST, message)
                : new KubefateException(ErrorCode.INVALID_REQUEST, message, cause);
    }
}
