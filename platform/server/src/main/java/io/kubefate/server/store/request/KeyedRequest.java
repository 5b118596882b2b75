package io.kubefate.server.store.request;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.row.JsonColumn;
import java.util.List;

/**
 * A request with a key that its client chose: the client sends it again with the same key if it does not know whether it was accepted.
 *
 * @param creator the user's name; users do not share keys
 * @param requestKey the key
 * @param fingerprint a hash of the request without the key
 * @param warnings the warnings of the answer, a JSON list of {@link StoredWarning}
 */
public record KeyedRequest(
        String creator, String requestKey, Confidential<String> fingerprint, Confidential<String> warnings) {

    private static final TypeReference<List<StoredWarning>> WARNINGS = new TypeReference<>() {};

    public KeyedRequest {
        requireNonNull(creator, "creator is null");
        requireNonNull(requestKey, "requestKey is null");
        fingerprint = fingerprint.in(ConfidentialColumn.REQUEST_FINGERPRINT.cell(creator, requestKey));
        warnings = warnings.in(ConfidentialColumn.REQUEST_WARNINGS.cell(creator, requestKey));
    }

    public static KeyedRequest of(String creator, String key, String fingerprint) {
        return new KeyedRequest(creator, key, Confidential.of(fingerprint), Confidential.of("[]"));
    }

    public KeyedRequest withWarnings(List<StoredWarning> answered) {
        return new KeyedRequest(creator, requestKey, fingerprint, Confidential.of(JsonColumn.write(answered)));
    }

    public List<StoredWarning> answeredWarnings() {
        return JsonColumn.read(warnings.value(), WARNINGS, List.of());
    }

    /** Returns whether another request of the same key is the same request. */
    public boolean isRepeatedBy(KeyedRequest other) {
        return fingerprint.value().equals(other.fingerprint.value());
    }
}
