package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SpecDocument;
import io.kubefate.planning.spec.SpecReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cluster.yaml of a request, which does not contradict the request.
 *
 * @param asked the values that the request has of the keys that every release has; they count where the file has none
 */
record RequestedSpec(String text, SpecDocument document, Map<String, String> asked) {

    private static final String NAMESPACE = "namespace";

    /** @throws KubefateException {@code INVALID_REQUEST} if the request contradicts the file */
    RequestedSpec {
        requireNonNull(text, "text is null");
        requireNonNull(document, "document is null");
        asked = Map.copyOf(asked);
        asked.forEach((key, value) -> refuseContradiction(document, key, value));
    }

    /**
     * Reads the cluster.yaml of a request.
     *
     * @throws KubefateException {@code INVALID_REQUEST}, {@code INVALID_SPEC}
     */
    static RequestedSpec of(ClusterArgs args, SpecReader reader) {
        String text = decode(args.data());
        return new RequestedSpec(text, reader.read(text), asked(args));
    }

    /** Returns the same request with another text of its file. A former name of a key in the first text can contradict the request. */
    RequestedSpec with(String amended, SpecReader reader) {
        return new RequestedSpec(amended, reader.read(amended), asked);
    }

    SpecHeader header() {
        return new SpecHeader(document, asked);
    }

    /** Returns the namespace in the file, else that of the request. */
    Optional<String> namespace() {
        return document.spec().text(NAMESPACE).or(() -> Optional.ofNullable(asked.get(NAMESPACE)));
    }

    private static Map<String, String> asked(ClusterArgs args) {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "name", args.name());
        put(asked, NAMESPACE, args.namespace());
        put(asked, "chartName", args.chartName());
        put(asked, "chartVersion", args.chartVersion());
        return asked;
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(key, value);
        }
    }

    private static void refuseContradiction(SpecDocument document, String key, String asked) {
        String inFile = document.spec().text(key).orElse(asked);
        if (!asked.equals(inFile)) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    key + " of the request is " + asked + ", but " + inFile
                            + " in its cluster.yaml; use the same value");
        }
    }

    private static String decode(@Nullable String data) {
        if (data == null || data.isEmpty()) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "data is required: the cluster.yaml in base64");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "invalid data, not UTF-8 text in base64: " + e.getMessage(), e);
        }
    }
}
