package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Plugin;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.MultipartFile;
import io.kubefate.cli.client.http.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Plugins. */
public final class PluginClient {

    private static final TypeReference<Reply<Plugin>> PLUGIN = new TypeReference<>() {};

    private final Transport transport;

    PluginClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return the installed plugins, then the rejected jars in the service's plugins folder} */
    public List<Plugin> list() {
        return KubefateClient.list(transport.send("GET", "v1/plugin/", new TypeReference<Reply<List<Plugin>>>() {}));
    }

    public Plugin find(String id) {
        return transport.send("GET", path(id, ""), PLUGIN).result();
    }

    /**
     * Installs a plugin.
     *
     * @param progress receives the number of bytes sent so far
     */
    public Plugin install(Path jar, LongConsumer progress) {
        return transport
                .upload("POST", "v1/plugin", new MultipartFile(jar, progress), PLUGIN)
                .result();
    }

    /**
     * Upgrades a plugin.
     *
     * @param force whether to accept an older version, or other content of the same version
     * @param progress receives the number of bytes sent so far
     */
    public Plugin upgrade(String id, Path jar, boolean force, LongConsumer progress) {
        return transport
                .upload("PUT", path(id, KubefateClient.force(force)), new MultipartFile(jar, progress), PLUGIN)
                .result();
    }

    public Plugin enable(String id) {
        return transport.send("PUT", path(id, "/enabled"), true, PLUGIN).result();
    }

    public Plugin disable(String id) {
        return transport.send("PUT", path(id, "/enabled"), false, PLUGIN).result();
    }

    /**
     * Removes a plugin.
     *
     * @param force whether to remove it while clusters use it
     */
    public void remove(String id, boolean force) {
        transport.send("DELETE", path(id, KubefateClient.force(force)), new TypeReference<Reply<Void>>() {});
    }

    private static String path(String id, String rest) {
        return "v1/plugin/" + KubefateClient.segment(id) + rest;
    }
}
