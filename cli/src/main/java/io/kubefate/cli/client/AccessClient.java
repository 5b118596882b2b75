package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterEvent;
import io.kubefate.api.Reply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The part of the REST surface that is about the pods of clusters; throws as {@link KubefateClient}. */
public final class AccessClient {

    private final Transport transport;
    private final Conversations conversations;

    AccessClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
        this.conversations = new Conversations(transport);
    }

    /**
     * Reads logs as they are now.
     *
     * @param cluster its id
     * @param query which logs
     * @return lines
     */
    public String logs(UUID cluster, LogQuery query) {
        String path = "v1/log/" + cluster + "?" + query.text(false);
        return Optional.ofNullable(transport
                        .send("GET", path, new TypeReference<Reply<String>>() {})
                        .data())
                .orElse("");
    }

    /**
     * Lists what Kubernetes reports about a cluster.
     *
     * @param cluster its id
     * @return newest last
     */
    public List<ClusterEvent> events(UUID cluster) {
        return KubefateClient.list(transport.send(
                "GET", "v1/cluster/" + cluster + "/events", new TypeReference<Reply<List<ClusterEvent>>>() {}));
    }

    /**
     * Follows what Kubernetes reports about a cluster.
     *
     * @param cluster its id
     * @return what is known already, newest last, then what comes
     */
    public EventReader followEvents(UUID cluster) {
        return new EventReader(conversations.stream("v1/cluster/" + cluster + "/events/stream"));
    }

    /**
     * Follows logs.
     *
     * @param cluster its id
     * @param query which logs
     * @return a message for each line
     */
    public TextMessages followLogs(UUID cluster, LogQuery query) {
        TextMessages messages = new TextMessages();
        messages.read(conversations.open("v1/log/" + cluster + "/ws?" + query.text(true), messages));
        return messages;
    }
}
