package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param timeout how long to wait for each part of the response
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, HttpBody body, Duration timeout) {

    public HttpCall {
        requireNonNull(method, "method is null");
        requireNonNull(uri, "uri is null");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body is null");
        requireNonNull(timeout, "timeout is null");
    }

    /** {@return a GET request without headers} */
    public static HttpCall get(URI uri, Duration timeout) {
        return new HttpCall("GET", uri, Map.of(), HttpBody.NONE, timeout);
    }

    /** {@return this request with another method and body} */
    HttpCall with(String method, HttpBody body) {
        return new HttpCall(method, uri, headers, body, timeout);
    }

    /** {@return this request with a header, which replaces an earlier one} */
    HttpCall with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpCall(method, uri, more, body, timeout);
    }

    /** {@return this request with another timeout} */
    HttpCall within(Duration limit) {
        return new HttpCall(method, uri, headers, body, limit);
    }
}
