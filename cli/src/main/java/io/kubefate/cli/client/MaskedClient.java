package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.client.http.Transport;

/** Answers in which the service has hidden all passwords, whatever they are about; throws as {@link KubefateClient}. */
public final class MaskedClient {

    private final Transport transport;

    MaskedClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /**
     * Reads something.
     *
     * @param path for example {@code v1/job/}, with its query
     * @return the {@code data} of the answer
     * @throws ServiceException also if the service has no such path, or does not hide passwords in its answer
     */
    public JsonNode get(String path) {
        return transport.masked("GET", path).path("data");
    }

    /**
     * Reads something that has to be asked for with POST, without arguments.
     *
     * @param path for example {@code v1/cluster/…/revision/1/rollback?dryRun=true}
     * @return the {@code data} of the answer
     * @throws ServiceException as {@link #get}
     */
    public JsonNode post(String path) {
        return transport.masked("POST", path).path("data");
    }
}
