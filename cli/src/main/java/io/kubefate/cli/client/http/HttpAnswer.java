package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The response to a request. */
public final class HttpAnswer {

    private final HttpCall call;
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /**
     * A response.
     *
     * @param headers the first value of each
     */
    HttpAnswer(HttpCall call, int status, Map<String, String> headers, byte[] body) {
        this.call = requireNonNull(call, "call is null");
        this.status = status;
        this.headers.putAll(headers);
        this.body = requireNonNull(body, "body is null");
    }

    HttpCall call() {
        return call;
    }

    public int status() {
        return status;
    }

    /** {@return the value of a header, whose name may be in capitals or not} */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public byte[] body() {
        return body;
    }
}
