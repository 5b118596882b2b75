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

/**
 * Reads JSON bodies as the earlier KubeFATE did: whatever their content type says, with names in upper or lower case, and with
 * fields that nobody knows.
 */
public final class RequestReader {

    /** A cluster.yaml of 1 MiB in base64, each character of it escaped at worst, and the rest. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RequestReader() {}

    /**
     * Reads a body.
     *
     * @param body is read to its end or to 4 MiB
     * @param type what it describes
     * @return the value
     * @throws KubefateException {@link ErrorCode#INVALID_REQUEST} if it is missing, too long or no such JSON
     */
    public static <T> T read(InputStream body, Class<T> type) {
        return parse(bytes(body), type).orElseThrow(() -> invalid("the request needs a body in JSON"));
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw invalid("the request has more than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the request ended too early", e);
        }
    }

    /** {@return nothing for the JSON text {@code null}, which existing clients send for "no body"} */
    private static <T> Optional<T> parse(byte[] bytes, Class<T> type) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(bytes, type));
        } catch (JsonProcessingException e) {
            String message = "the request's body is not the expected JSON: " + e.getOriginalMessage();
            throw new KubefateException(ErrorCode.INVALID_REQUEST, message, e);
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the request's body cannot be read", e);
        }
    }

    private static KubefateException invalid(String message) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message);
    }
}
