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

/** Access to the pods of a cluster: logs, events, commands and web pages. */
public final class PodClient {

    private final Transport transport;
    private final StreamTransport streams;

    PodClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
        this.streams = new StreamTransport(transport);
    }

    /** {@return the present log lines} */
    public String logs(UUID cluster, LogQuery query) {
        String path = "v1/log/" + cluster + "?" + query.text(false);
        Reply<String> reply = transport.send("GET", path, new TypeReference<Reply<String>>() {});
        return Optional.ofNullable(reply.data()).orElse("");
    }

    public LogStream followLogs(UUID cluster, LogQuery query) {
        LogStream lines = new LogStream();
        lines.attach(streams.webSocket("v1/log/" + cluster + "/ws?" + query.text(true), lines));
        return lines;
    }

    /** {@return the events, newest last} */
    public List<ClusterEvent> events(UUID cluster) {
        return KubefateClient.list(
                transport.send("GET", eventsPath(cluster), new TypeReference<Reply<List<ClusterEvent>>>() {}));
    }

    /** {@return the present events, newest last, then new ones} */
    public ClusterEventStream followEvents(UUID cluster) {
        return new ClusterEventStream(streams.eventStream(eventsPath(cluster) + "/stream", eventsPath(cluster)));
    }

    /** {@return the streams of the command: 0 stdin, 1 stdout, 2 stderr, 3 the exit status, 4 the terminal's size} */
    public PodChannel exec(UUID cluster, ExecRequest request) {
        return channel("v1/cluster/" + cluster + "/exec/ws?" + request.text());
    }

    /** {@return the web pages of the cluster, by name} */
    public List<ClusterPage> pages(UUID cluster) {
        return KubefateClient.list(transport.send(
                "GET", "v1/cluster/" + cluster + "/pages", new TypeReference<Reply<List<ClusterPage>>>() {}));
    }

    /** {@return the streams of a connection to the page: 0 data, 1 an error} */
    public PodChannel forward(UUID cluster, String page) {
        return channel("v1/cluster/" + cluster + "/forward/ws?module=" + KubefateClient.segment(page));
    }

    private PodChannel channel(String path) {
        PodChannel channel = new PodChannel();
        channel.attach(streams.webSocket(path, channel));
        return channel;
    }

    private static String eventsPath(UUID cluster) {
        return "v1/cluster/" + cluster + "/events";
    }
}
