package io.kubefate.server.service.plugin;

import io.kubefate.api.Plugin;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.PluginJarBuilder;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.PluginStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A service's plugins, with a cache and a plugins folder of its own. It looks only when it is told to. */
final class TestReplica implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final long MAX_BYTES = 100_000;

    private static final Duration TRIAL = Duration.ofMinutes(5);

    final Path folder;
    final Path cacheFolder;
    final PluginStore store;
    final PluginHost host;
    final PluginInbox inbox;
    final PluginService service;

    private final PluginFollower follower;
    private final PluginReplica replica;

    /**
     * A replica that has not looked at anything.
     *
     * @param jdbi the database, which other replicas may use too
     * @param home for its folders
     */
    TestReplica(Jdbi jdbi, Path home) {
        this.folder = home.resolve("plugins");
        this.cacheFolder = home.resolve("cache");
        this.store = new PluginStore(jdbi);
        this.host = new PluginHost(SpiVersion.CURRENT, SpecValidator::new, new JarPolicy(MAX_BYTES, List.of()));
        PluginCache cache = new PluginCache(cacheFolder, store, MAX_BYTES);
        this.replica = new PluginReplica(store, cache, host);
        PluginChanges changes =
                new PluginChanges(store, host, new PluginTrial(host, TRIAL), replica, Clock.fixed(NOW, ZoneOffset.UTC));
        this.inbox = new PluginInbox(
                folder, new InboxRules(store, cache, replica, changes, (verb, object, detail) -> {}), replica);
        this.follower = new PluginFollower(replica, inbox, Duration.ofHours(1));
        this.service = new PluginService(cache, replica, inbox, changes, new ClusterStore(jdbi));
    }

    /** A plugin that serves {@code <id> v1}. */
    static PluginJarBuilder plugin(String id, String version) {
        return serving(id, version, id);
    }

    /** A plugin that serves {@code <chart> v1}. */
    static PluginJarBuilder serving(String id, String version, String chart) {
        return PluginJarBuilder.plugin(id, version)
                .distribution(DistributionSource.serving("demo.Demo", chart, "v1", "eggroll"));
    }

    /** Puts a plugin into the folder. */
    Path drop(PluginJarBuilder plugin, String fileName) throws IOException {
        Path home = Files.createDirectories(folder).getParent();
        Path built = plugin.build(home.resolve(fileName));
        return Files.move(built, folder.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
    }

    /** An upload of a plugin. */
    IncomingJar upload(PluginJarBuilder plugin) throws IOException {
        Path built = plugin.build(Files.createDirectories(folder).getParent().resolve("upload.jar"));
        return upload(Files.readAllBytes(built));
    }

    IncomingJar upload(byte[] bytes) throws IOException {
        IncomingJar jar = service.receive(-1);
        jar.name("upload.jar");
        jar.write(bytes);
        return jar;
    }

    Plugin install(PluginJarBuilder plugin) throws IOException {
        try (IncomingJar jar = upload(plugin)) {
            return service.install(jar, "admin");
        }
    }

    Plugin upgrade(String id, PluginJarBuilder plugin, boolean force) throws IOException {
        try (IncomingJar jar = upload(plugin)) {
            return service.upgrade(id, jar, force, "operator");
        }
    }

    /** What the thread does at each interval. */
    void look() {
        replica.follow();
        inbox.look();
    }

    /** What is loaded, as {@code id version}. */
    List<String> loaded() {
        return host.catalog().loaded().stream()
                .map(plugin -> plugin.id() + " " + plugin.version())
                .toList();
    }

    /** What is in the cache. */
    List<String> cached() throws IOException {
        try (var files = Files.list(cacheFolder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Starts as the service does before its first request. */
    void start() {
        follower.start();
        follower.awaitStart();
    }

    @Override
    public void close() {
        follower.close();
        host.close();
    }
}
