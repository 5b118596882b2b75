package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.api.Chart;
import io.kubefate.api.Reply;
import io.kubefate.api.UploadedChart;
import io.kubefate.cli.client.http.MultipartFile;
import io.kubefate.cli.client.http.Transport;
import io.kubefate.cli.text.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Charts: the releases that can be installed. Plugins provide them. */
public final class ChartClient {

    private final Transport transport;

    ChartClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    public List<Chart> list() {
        return KubefateClient.list(transport.send("GET", "v1/chart/", new TypeReference<Reply<List<Chart>>>() {}));
    }

    public Chart find(UUID chart) {
        return transport
                .send("GET", "v1/chart/" + chart, new TypeReference<Reply<Chart>>() {})
                .result();
    }

    /** {@return an example cluster.yaml; empty if the chart has none} */
    public String example(String name, String version) {
        String path = "v1/chart/valueTemplateExample/" + KubefateClient.segment(name) + "/"
                + KubefateClient.segment(version) + "?comments=true";
        Reply<String> reply = transport.send("GET", path, new TypeReference<Reply<String>>() {});
        return Optional.ofNullable(reply.data()).orElse("");
    }

    /** {@return the JSON Schema of the cluster.yaml of a release, indented} */
    public String schema(String name, String version, String engine) {
        String path = "v1/chart/schema/" + KubefateClient.segment(name) + "/" + KubefateClient.segment(version)
                + "?engine=" + KubefateClient.segment(engine);
        return Json.pretty(transport.send("GET", path, new TypeReference<JsonNode>() {}));
    }

    /**
     * Installs or upgrades a plugin.
     *
     * @param jar the plugin
     * @param progress receives the number of bytes sent so far
     * @return the id of its first chart
     */
    public String upload(Path jar, LongConsumer progress) {
        return transport
                .upload(
                        "POST",
                        "v1/chart",
                        new MultipartFile(jar, progress),
                        new TypeReference<Reply<UploadedChart>>() {})
                .result()
                .helmUuid();
    }

    /** Removes the plugin that provides the chart, and returns the service's message. */
    public String delete(UUID chart) {
        return transport
                .send("DELETE", "v1/chart/" + chart, new TypeReference<Reply<Void>>() {})
                .msg();
    }
}
