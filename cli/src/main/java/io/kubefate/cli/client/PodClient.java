package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterEvent;
import io.kubefate.api.ClusterPage;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.StreamTransport;
import io.kubefate.cli.client.http.Transport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The part of the REST surface that is about the pods of clusters; throws as {@link KubefateClient}. */
public final class PodClient {

    private final Transport transport;
    private final StreamTransport conversations;

    PodClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
        this.conversations = new StreamTransport(transport);
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
    public ClusterEventStream followEvents(UUID cluster) {
        String path = "v1/cluster/" + cluster + "/events";
        return new ClusterEventStream(conversations.stream(path + "/stream", path));
    }

    /**
     * Follows logs.
     *
     * @param cluster its id
     * @param query which logs
     * @return a message for each line
     */
    public LogStream followLogs(UUID cluster, LogQuery query) {
        LogStream messages = new LogStream();
        messages.read(conversations.open("v1/log/" + cluster + "/ws?" + query.text(true), messages));
        return messages;
    }

    /**
     * Runs a command in a container.
     *
     * @param cluster its id
     * @param request the command, and where
     * @return its streams: 0 input, 1 output, 2 error output, 3 the end, 4 the size of the terminal
     */
    public PodChannel exec(UUID cluster, ExecRequest request) {
        return channel("v1/cluster/" + cluster + "/exec/ws?" + request.text());
    }

    /**
     * Lists the web pages of a cluster.
     *
     * @param cluster its id
     * @return by name
     */
    public List<ClusterPage> pages(UUID cluster) {
        return KubefateClient.list(transport.send(
                "GET", "v1/cluster/" + cluster + "/pages", new TypeReference<Reply<List<ClusterPage>>>() {}));
    }

    /**
     * Connects to a page.
     *
     * @param cluster its id
     * @param page the page's name
     * @return its streams: 0 data, 1 an error
     */
    public PodChannel forward(UUID cluster, String page) {
        return channel("v1/cluster/" + cluster + "/forward/ws?module=" + KubefateClient.segment(page));
    }

    private PodChannel channel(String path) {
        PodChannel channel = new PodChannel();
        channel.use(conversations.open(path, channel));
        return channel;
    }
}
