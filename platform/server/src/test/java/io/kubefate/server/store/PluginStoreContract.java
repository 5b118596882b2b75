package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.plugin.PluginHistory;
import io.kubefate.server.store.plugin.PluginIdentity;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.PluginSource;
import io.kubefate.server.store.plugin.PluginUse;
import io.kubefate.server.store.plugin.RetiredPlugin;
import io.kubefate.server.store.plugin.RetiredPlugin.Retirement;
import io.kubefate.server.store.plugin.StoredJar;
import io.kubefate.server.store.request.RequestConditions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class PluginStoreContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(60);

    @TempDir
    Path folder;

    PluginStoreContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void installedPluginIsListedAsItWasStored() throws IOException {
        PluginRecord plugin = plugin("fate", "1.0.0");

        plugins.install(plugin, jar("content"));

        assertThat(plugins.list())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("number")
                .isEqualTo(plugin);
        assertThat(plugins.find("fate")).contains(plugins.list().get(0));
        assertThat(plugins.find("Fate")).isEmpty();
    }

    @Test
    void pluginsAreListedInTheOrderOfTheirInstallation() throws IOException {
        plugins.install(plugin("b", "1.0.0"), jar("b"));
        plugins.install(plugin("a", "1.0.0"), jar("a"));
        plugins.replace(plugin("b", "1.0.0"), plugin("b", "2.0.0"), jar("b2"));

        assertThat(plugins.list()).extracting(PluginRecord::id).containsExactly("b", "a");
    }

    @Test
    void jarOfSeveralMebibytesComesBack() throws IOException {
        byte[] bytes = new byte[3_333_333];
        new Random(1).nextBytes(bytes);
        PluginRecord plugin = plugin("fate", "1.0.0");

        plugins.install(plugin, Files.write(folder.resolve("large.jar"), bytes));

        assertThat(content(plugin)).isEqualTo(bytes);
    }

    @Test
    void secondPluginOfTheSameIdIsRefusedAndLeavesNothing() throws IOException {
        plugins.install(plugin("fate", "1.0.0"), jar("one"));
        PluginRecord second = plugin("fate", "2.0.0");

        assertThatThrownBy(() -> plugins.install(second, jar("two")))
                .isInstanceOf(KubefateException.class)
                .hasMessage("plugin fate is already installed, in version 1.0.0; to replace it:"
                        + " kubefate plugin upgrade fate -f FILE")
                .extracting(e -> ((KubefateException) e).code())
                .isEqualTo(ErrorCode.ALREADY_EXISTS);
        assertThat(plugins.list()).extracting(PluginRecord::version).containsExactly("1.0.0");
        assertThat(content(second)).isEmpty();
    }

    @Test
    void oneOfSeveralRacingInstallsOfAnIdWins() throws Exception {
        AtomicInteger version = new AtomicInteger();
        Callable<Optional<ErrorCode>> race = () -> {
            try {
                plugins.install(plugin("fate", version.incrementAndGet() + ".0.0"), jar("x".repeat(1_000_000)));
                return Optional.empty();
            } catch (KubefateException e) {
                return Optional.of(e.code());
            }
        };

        assertThat(together(4, race))
                .containsOnly(Optional.empty(), Optional.of(ErrorCode.ALREADY_EXISTS))
                .containsOnlyOnce(Optional.empty());
        assertThat(plugins.list()).hasSize(1);
    }

    @Test
    void failureInTheMiddleOfTheJarLeavesNothing() throws IOException {
        PluginRecord plugin = plugin("fate", "1.0.0");
        jdbi.useHandle(handle -> handle.execute(
                "insert into plugin_content (sha256, chunk, content) values (?, 2, ?)", plugin.sha256(), new byte[1]));

        assertThatThrownBy(() -> plugins.install(plugin, jar("x".repeat(1_000_000))))
                .isInstanceOf(JdbiException.class);

        assertThat(plugins.list()).isEmpty();
        assertThat(content(plugin)).isEmpty();
    }

    @Test
    void jarThatCannotBeReadLeavesNothing() throws IOException {
        PluginRecord plugin = plugin("fate", "1.0.0");

        assertThatThrownBy(() -> plugins.install(plugin, folder.resolve("absent.jar")))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(plugins.list()).isEmpty();
    }

    @Test
    void replacedPluginKeepsItsPlaceAndItsState() throws IOException {
        PluginRecord first = plugin("fate", "1.0.0");
        PluginRecord second = plugin("fate", "2.0.0");
        plugins.install(first, jar("one"));
        plugins.setEnabled("fate", false, "admin", NOON);
        long number = plugins.find("fate").orElseThrow().number();

        assertThat(plugins.replace(first, second, jar("two"))).isTrue();

        assertThat(plugins.find("fate")).hasValueSatisfying(plugin -> {
            assertThat(plugin.version()).isEqualTo("2.0.0");
            assertThat(plugin.sha256()).isEqualTo(second.sha256());
            assertThat(plugin.number()).isEqualTo(number);
            assertThat(plugin.enabled()).isFalse();
        });
        assertThat(content(first)).isEmpty();
        assertThat(content(second)).asString().isEqualTo("two");
        assertThat(plugins.retired()).singleElement().satisfies(retired -> {
            assertThat(retired.sha256()).isEqualTo(first.sha256());
            assertThat(retired.how()).isEqualTo(Retirement.REPLACED);
        });
    }

    @Test
    void whoKnowsAnOlderStateReplacesNothing() throws IOException {
        PluginRecord first = plugin("fate", "1.0.0");
        plugins.install(first, jar("one"));
        plugins.replace(first, plugin("fate", "2.0.0"), jar("two"));

        assertThat(plugins.replace(first, plugin("fate", "3.0.0"), jar("three")))
                .isFalse();
        assertThat(plugins.replace(plugin("absent", "1.0.0"), plugin("absent", "2.0.0"), jar("four")))
                .isFalse();

        assertThat(plugins.find("fate").orElseThrow().version()).isEqualTo("2.0.0");
    }

    @Test
    void replacedJarCanComeBack() throws IOException {
        PluginRecord first = plugin("fate", "1.0.0");
        PluginRecord second = plugin("fate", "2.0.0");
        plugins.install(first, jar("one"));
        plugins.replace(first, second, jar("two"));

        assertThat(plugins.replace(second, first, jar("one"))).isTrue();

        assertThat(content(first)).asString().isEqualTo("one");
        assertThat(plugins.retired()).extracting(RetiredPlugin::version).containsExactly("2.0.0");
    }

    @Test
    void disabledPluginStaysInstalled() throws IOException {
        plugins.install(plugin("fate", "1.0.0"), jar("one"));

        assertThat(plugins.setEnabled("fate", false, "operator", LATER)).isTrue();
        assertThat(plugins.setEnabled("absent", false, "operator", LATER)).isFalse();

        assertThat(plugins.find("fate")).hasValueSatisfying(plugin -> {
            assertThat(plugin.enabled()).isFalse();
            assertThat(plugin.history().changedBy()).isEqualTo("operator");
            assertThat(plugin.history().changedAt()).isEqualTo(LATER);
            assertThat(plugin.installedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void removedPluginIsGoneButRemembered() throws IOException {
        PluginRecord plugin = plugin("fate", "1.0.0");
        plugins.install(plugin, jar("one"));

        assertThat(plugins.remove("fate", "operator", LATER)).isTrue();

        assertThat(plugins.list()).isEmpty();
        assertThat(content(plugin)).isEmpty();
        assertThat(plugins.retired())
                .containsExactly(
                        new RetiredPlugin(plugin.sha256(), "fate", "1.0.0", Retirement.REMOVED, "operator", LATER));
        assertThat(plugins.remove("fate", "operator", LATER)).isFalse();
    }

    @Test
    void removedPluginCanComeBack() throws IOException {
        plugins.install(plugin("fate", "1.0.0"), jar("one"));
        plugins.remove("fate", "operator", LATER);

        plugins.install(plugin("fate", "1.0.0"), jar("one"));

        assertThat(plugins.list()).hasSize(1);
        assertThat(plugins.retired()).isEmpty();
    }

    @Test
    void clustersThatAreNotDeletedUseTheirPlugin() {
        ClusterRecord alpha = installed("alpha");
        ClusterRecord beta = installed("beta");
        clusters.acceptDelete(job(beta, JobMethod.ClusterDelete), RequestConditions.NONE);
        JobLease delete = claim("deleter", NOON);

        assertThat(clusters.pluginUses()).extracting(PluginUse::name).containsExactly("alpha", "beta");
        jobs.finish(delete, JobStatus.Success, ClusterStatus.Deleted, LATER);

        assertThat(clusters.pluginUses())
                .containsExactly(new PluginUse("fate-1.5@3.0.0", alpha.uuid(), "alpha", "fate-9999"));
        assertThat(clusters.pluginUses()).extracting(PluginUse::pluginId).containsExactly("fate-1.5");
    }

    private static PluginRecord plugin(String id, String version) {
        return new PluginRecord(
                0,
                new PluginIdentity(id, version, "名前", ""),
                new StoredJar("hash-of-" + id + "-" + version, id + ".jar", 3, PluginSource.UPLOAD),
                "[\"fate v1.5.0 (eggroll)\"]",
                true,
                new PluginHistory(NOON, "admin", NOON));
    }

    private Path jar(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "plugin", ".jar"), content);
    }

    private byte[] content(PluginRecord plugin) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        plugins.copyContent(plugin.sha256(), out);
        return out.toByteArray();
    }
}
