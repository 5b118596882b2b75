package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Plugin;
import io.kubefate.api.Reply;
import io.kubefate.api.UploadedChart;
import io.kubefate.cli.client.http.MultipartFile;
import io.kubefate.cli.client.http.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The part of the REST surface that is about plugins, and about charts as far as they are plugins. */
public final class PluginClient {

    private static final TypeReference<Reply<Plugin>> PLUGIN = new TypeReference<>() {};

    private final Transport transport;

    PluginClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /**
     * Installs or upgrades a plugin as KubeFATE uploads charts.
     *
     * @param file a plugin's jar
     * @param progress told how many bytes were sent so far
     * @return the id of its first release
     */
    public String uploadChart(Path file, LongConsumer progress) {
        return transport
                .send(
                        "POST",
                        "v1/chart",
                        new MultipartFile(file, progress),
                        new TypeReference<Reply<UploadedChart>>() {})
                .data()
                .helmUuid();
    }

    /**
     * Removes the plugin that serves a release.
     *
     * @param uuid the release's id
     * @return what the service says to that
     */
    public String deleteChart(UUID uuid) {
        return transport
                .send("DELETE", "v1/chart/" + uuid, new TypeReference<Reply<Void>>() {})
                .msg();
    }

    /** {@return the plugins in the order in which they are loaded, then what is refused in the plugins folder} */
    public List<Plugin> list() {
        return KubefateClient.list(transport.send("GET", "v1/plugin/", new TypeReference<Reply<List<Plugin>>>() {}));
    }

    /**
     * One plugin.
     *
     * @param id its id
     * @return the plugin
     */
    public Plugin find(String id) {
        return transport.send("GET", path(id, ""), PLUGIN).data();
    }

    /**
     * Installs a plugin.
     *
     * @param file its jar
     * @param progress told how many bytes were sent so far
     * @return the plugin
     */
    public Plugin install(Path file, LongConsumer progress) {
        return transport
                .send("POST", "v1/plugin", new MultipartFile(file, progress), PLUGIN)
                .data();
    }

    /**
     * Upgrades a plugin.
     *
     * @param id its id
     * @param file its new jar
     * @param force whether an older version, or other content of the same version, will do too
     * @param progress told how many bytes were sent so far
     * @return the plugin
     */
    public Plugin upgrade(String id, Path file, boolean force, LongConsumer progress) {
        return transport
                .send("PUT", path(id, force ? "?force=true" : ""), new MultipartFile(file, progress), PLUGIN)
                .data();
    }

    /**
     * Enables or disables a plugin.
     *
     * @param id its id
     * @param enabled whether it is to be loaded
     * @return the plugin
     */
    public Plugin setEnabled(String id, boolean enabled) {
        return transport.send("PUT", path(id, "/enabled"), enabled, PLUGIN).data();
    }

    /**
     * Removes a plugin.
     *
     * @param id its id
     * @param force whether also when clusters use it
     */
    public void remove(String id, boolean force) {
        transport.send("DELETE", path(id, force ? "?force=true" : ""), new TypeReference<Reply<Void>>() {});
    }

    private static String path(String id, String rest) {
        return "v1/plugin/" + KubefateClient.segment(id) + rest;
    }
}
