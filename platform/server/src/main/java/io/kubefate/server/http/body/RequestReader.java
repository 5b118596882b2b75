package io.kubefate.server.http.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads JSON bodies as KubeFATE 1 does: it ignores the content type, the case of names, and unknown fields. */
public final class RequestReader {

    /** A cluster.yaml of 1 MiB in base64, with every character escaped, and the other fields. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** The limit of a login, which anybody can send. */
    public static final int MAX_LOGIN_BYTES = 4 * 1024;

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RequestReader() {}

    /**
     * Parses a body.
     *
     * @param body is read to its end, or to 4 MiB
     * @throws KubefateException {@link ErrorCode#TOO_LARGE}, or {@link ErrorCode#INVALID_REQUEST} if the body is missing or not the
     *     expected JSON
     */
    public static <T> T read(InputStream body, Class<T> type) {
        return read(body, type, MAX_BYTES);
    }

    /**
     * Parses a body of a limited length.
     *
     * @param limit in bytes
     * @throws KubefateException {@link ErrorCode#TOO_LARGE}, or {@link ErrorCode#INVALID_REQUEST} if the body is missing or not the
     *     expected JSON
     */
    public static <T> T read(InputStream body, Class<T> type, int limit) {
        return parse(bytes(body, limit), type)
                .orElseThrow(() -> KubefateException.invalid("the request needs a JSON body"));
    }

    private static byte[] bytes(InputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new KubefateException(ErrorCode.TOO_LARGE, "the request is larger than " + limit + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the request ended early", e);
        }
    }

    /** Empty for the JSON text {@code null}, which existing clients send in place of no body. */
    private static <T> Optional<T> parse(byte[] bytes, Class<T> type) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(bytes, type));
        } catch (JsonProcessingException e) {
            String message = "the request has an invalid JSON body: " + e.getOriginalMessage();
            throw new KubefateException(ErrorCode.INVALID_REQUEST, message, e);
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the request body cannot be read", e);
        }
    }
}
