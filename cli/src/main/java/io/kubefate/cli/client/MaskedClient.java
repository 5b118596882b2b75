package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.client.http.Transport;

/**
 * Any response with all passwords masked, for support bundles. A service that does not mask its response is an error, like one
 * that does not have the path.
 */
public final class MaskedClient {

    private final Transport transport;

    MaskedClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /**
     * Sends a GET request.
     *
     * @param path for example {@code v1/job/}, with the query
     * @return the {@code data} of the response
     */
    public JsonNode get(String path) {
        return transport.masked("GET", path).path("data");
    }

    /**
     * Sends a POST request with an empty object.
     *
     * @param path for example {@code v1/cluster/…/revision/1/rollback?dryRun=true}
     * @return the {@code data} of the response
     */
    public JsonNode post(String path) {
        return transport.masked("POST", path).path("data");
    }
}
