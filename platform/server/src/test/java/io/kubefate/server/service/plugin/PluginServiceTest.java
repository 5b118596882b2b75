package io.kubefate.server.service.plugin;

import static io.kubefate.server.service.plugin.TestReplica.plugin;
import static io.kubefate.server.service.plugin.TestReplica.serving;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.server.plugin.CatalogUse;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginJarBuilder;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PluginServiceTest extends PluginTest {

    @Test
    void anInstalledPluginRunsBeforeTheAnswer() throws IOException {
        Plugin installed = replica.install(
                plugin("demo", "1.0.0").manifest("Plugin-Provider", "Us").manifest("Plugin-Description", "For tests"));

        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
        assertThat(installed.state()).isEqualTo("loaded");
        assertThat(installed.releases()).containsExactly("demo v1 (eggroll)");
        assertThat(installed.provider()).isEqualTo("Us");
        assertThat(installed.description()).isEqualTo("For tests");
        assertThat(installed.file()).isEqualTo("upload.jar");
        assertThat(installed.source()).isEqualTo("upload");
        assertThat(installed.changedBy()).isEqualTo("admin");
        assertThat(installed.installedAt()).isEqualTo(TestReplica.NOW);
        assertThat(installed.loadedAt()).isNotNull();
        assertThat(replica.cached()).containsExactly(installed.sha256() + ".jar");
        assertThat(replica.service.list()).containsExactly(installed);
    }

    @Test
    void toInstallTheSameJarAgainChangesNothing() throws IOException {
        PluginJarBuilder jar = plugin("demo", "1.0.0");
        Plugin first = replica.install(jar);

        assertThat(replica.install(jar)).isEqualTo(first);
    }

    @Test
    void anotherVersionOfAnInstalledPluginIsNoInstall() throws IOException {
        replica.install(plugin("demo", "1.0.0"));

        assertRefused(
                () -> replica.install(plugin("demo", "2.0.0")),
                ErrorCode.ALREADY_EXISTS,
                "already installed, in version 1.0.0",
                "kubefate plugin upgrade demo");
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void aTrialBlocksNoOtherChange() throws Exception {
        System.clearProperty("slow.released");
        IncomingJar slow = replica.upload(PluginJarBuilder.plugin("slow", "1.0.0")
                .distribution(DistributionSource.serving("demo.Slow", "slow", "v1", "eggroll")
                        .method("defaultEngine", """
                                while (System.getProperty("slow.released") == null) { Thread.onSpinWait(); }
                                return true;
                                """)));
        CompletableFuture<Plugin> trial = CompletableFuture.supplyAsync(() -> install(slow));

        replica.install(plugin("demo", "1.0.0"));
        replica.service.setEnabled("demo", false, "admin");

        assertThat(trial).isNotDone();
        System.setProperty("slow.released", "true");
        assertThat(trial.get().state()).isEqualTo("loaded");
        assertThat(replica.service.list()).extracting(Plugin::id).containsExactly("demo", "slow");
    }

    private Plugin install(IncomingJar jar) {
        try {
            return replica.service.install(jar, "admin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheHostRefusesTouchesNothing() throws IOException {
        replica.install(plugin("demo", "1.0.0"));

        assertRefused(
                () -> replica.install(serving("other", "1.0.0", "demo")),
                ErrorCode.PLUGIN_REFUSED,
                "demo v1 (eggroll)",
                "already served");
        assertRefused(
                () -> replica.install(plugin("other", "1.0.0").manifest("Plugin-Requires", ">=9.0.0")),
                ErrorCode.PLUGIN_REFUSED,
                "SPI");
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
        assertThat(replica.service.list()).hasSize(1);
        assertThat(replica.cached()).hasSize(1);
    }

    @Test
    void aTruncatedJarIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(plugin("demo", "1.0.0").build(home.resolve("whole.jar")));

        try (IncomingJar jar = replica.upload(Arrays.copyOf(whole, whole.length / 2))) {
            assertRefused(() -> replica.service.install(jar, "admin"), ErrorCode.PLUGIN_REFUSED, "truncated");
        }
        assertThat(replica.cached()).isEmpty();
    }

    @Test
    void aTemplateThatCannotBeReadIsRefused() throws IOException {
        replica.install(plugin("demo", "1.0.0"));
        PluginJarBuilder broken = PluginJarBuilder.plugin("demo", "2.0.0")
                .distribution(DistributionSource.serving("demo.Demo", "demo", "v1", "eggroll")
                        .method(
                                "modules",
                                "return List.of(new ModuleSpec(\"demo\", \"A module\", List.of(\"demo.yaml.ftl\")));"))
                .resource("templates/demo.yaml.ftl", "<#if a");

        assertRefused(
                () -> replica.upgrade("demo", broken, false),
                ErrorCode.PLUGIN_REFUSED,
                "template demo.yaml.ftl",
                "line 1");
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void aVersionThatCannotBeComparedIsRefused() {
        assertRefused(
                () -> replica.install(plugin("demo", "latest")), ErrorCode.PLUGIN_REFUSED, "Plugin-Version", "1.0.0");
    }

    @Test
    void anUploadIsCutOffAtTheLimit() throws IOException {
        try (IncomingJar jar = replica.service.receive(-1)) {
            jar.write(new byte[(int) TestReplica.MAX_BYTES]);
            assertRefused(() -> jar.write(new byte[1]), ErrorCode.PLUGIN_REFUSED, "larger than", "plugins.maxSize");
        }
        assertThat(replica.cached()).isEmpty();
    }

    @Test
    void anUploadThatAnnouncesTooMuchIsNotEvenBegun() {
        assertRefused(() -> replica.service.receive(10_000_000), ErrorCode.PLUGIN_REFUSED, "larger than");
        assertThat(replica.cacheFolder).doesNotExist();
    }

    @Test
    void anUpgradeLoadsTheNewVersionWhileRequestsGoOnWithTheOld() throws IOException {
        replica.install(plugin("demo", "1.0.0"));
        try (CatalogUse running = replica.host.use()) {
            Plugin upgraded = replica.upgrade("demo", version("2.0.0", "two"), false);

            assertThat(upgraded.version()).isEqualTo("2.0.0");
            assertThat(upgraded.changedBy()).isEqualTo("operator");
            assertThat(replica.loaded()).containsExactly("demo 2.0.0");
            assertThat(running.catalog()
                            .resolve("demo", "v1", Optional.empty())
                            .model(new ClusterSpec(Map.of()))
                            .get("madeBy"))
                    .isEqualTo("demo.Demo");
        }
        assertThat(replica.host
                        .catalog()
                        .resolve("demo", "v1", Optional.empty())
                        .model(new ClusterSpec(Map.of())))
                .isEqualTo(Map.of("is", "two"));
    }

    @Test
    void anOlderVersionNeedsForce() throws IOException {
        replica.install(plugin("demo", "2.0.0"));

        assertRefused(
                () -> replica.upgrade("demo", plugin("demo", "1.0.0"), false),
                ErrorCode.PLUGIN_REFUSED,
                "1.0.0 is older than the installed version 2.0.0");
        assertThat(replica.upgrade("demo", plugin("demo", "1.0.0"), true).version())
                .isEqualTo("1.0.0");
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void otherContentNeedsAnotherVersionUnlessItIsASnapshot() throws IOException {
        replica.install(plugin("demo", "1.0.0"));
        replica.install(plugin("fresh", "1.0.0-SNAPSHOT"));

        assertRefused(
                () -> replica.upgrade("demo", version("1.0.0", "other"), false),
                ErrorCode.PLUGIN_REFUSED,
                "change the version of the jar");
        Plugin upgraded = replica.upgrade(
                "fresh", plugin("fresh", "1.0.0-SNAPSHOT").manifest("Plugin-Provider", "Somebody else"), false);
        assertThat(upgraded.provider()).isEqualTo("Somebody else");
    }

    @Test
    void anUpgradeThatDoesNotLoadLeavesTheOldVersion() throws IOException {
        replica.install(plugin("demo", "1.0.0"));

        assertRefused(
                () -> replica.upgrade("demo", plugin("demo", "2.0.0").withoutAnnotationProcessing(), false),
                ErrorCode.PLUGIN_REFUSED,
                "extensions");
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void anUpgradeIsOfTheSamePluginAndOfAnInstalledOne() throws IOException {
        replica.install(plugin("demo", "1.0.0"));

        assertRefused(
                () -> replica.upgrade("demo", plugin("other", "2.0.0"), true),
                ErrorCode.PLUGIN_REFUSED,
                "this is plugin other");
        assertRefused(() -> replica.upgrade("other", plugin("other", "2.0.0"), true), ErrorCode.NOT_FOUND);
    }

    @Test
    void aDisabledPluginStaysInstalledButDoesNotRun() throws IOException {
        replica.install(plugin("demo", "1.0.0"));

        Plugin disabled = replica.service.setEnabled("demo", false, "operator");

        assertThat(disabled.state()).isEqualTo("disabled");
        assertThat(disabled.releases()).containsExactly("demo v1 (eggroll)");
        assertThat(disabled.loadedAt()).isNull();
        assertThat(replica.loaded()).isEmpty();
        assertThat(replica.upgrade("demo", plugin("demo", "2.0.0"), false).state())
                .isEqualTo("disabled");
        assertThat(replica.service.setEnabled("demo", true, "operator").state()).isEqualTo("loaded");
        assertThat(replica.loaded()).containsExactly("demo 2.0.0");
    }

    @Test
    void aPluginWhoseReleaseAnotherOneTookWhileItWasDisabledIsListedWithTheReason() throws IOException {
        replica.install(plugin("demo", "1.0.0"));
        replica.service.setEnabled("demo", false, "admin");
        replica.install(serving("other", "1.0.0", "demo"));

        replica.service.setEnabled("demo", true, "admin");

        assertThat(replica.service.find("demo").state()).isEqualTo("loaded");
        assertThat(replica.service.find("other").state()).isEqualTo("rejected");
        assertThat(replica.service.find("other").reason()).contains("demo v1 (eggroll)");
    }

    @Test
    void aPluginThatClustersUseIsRemovedOnlyWithForce() throws IOException {
        replica.install(plugin("demo", "1.0.0"));
        cluster("alpha", "demo@1.0.0");
        cluster("beta", "other@1.0.0");

        assertThat(replica.service.find("demo").clusters())
                .containsExactly(new PluginCluster("alpha-uuid", "alpha", "party"));
        assertRefused(
                () -> replica.service.remove("demo", false, "admin"),
                ErrorCode.PLUGIN_IN_USE,
                "used by alpha in namespace party;");
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");

        replica.service.remove("demo", true, "admin");
        assertThat(replica.loaded()).isEmpty();
        assertThat(replica.service.list()).isEmpty();
    }

    @Test
    void aPluginThatIsNotInstalledIsNotFound() {
        assertRefused(() -> replica.service.find("demo"), ErrorCode.NOT_FOUND);
        assertRefused(() -> replica.service.remove("demo", true, "admin"), ErrorCode.NOT_FOUND);
        assertRefused(() -> replica.service.setEnabled("demo", true, "admin"), ErrorCode.NOT_FOUND);
    }

    @Test
    void theNextStartHasTheSamePluginsAndNoOtherFiles() throws IOException {
        Plugin demo = replica.install(plugin("demo", "1.0.0"));
        replica.install(plugin("gone", "1.0.0"));
        replica.service.remove("gone", false, "admin");
        replica.upload(new byte[10]); // a crash in the middle of an upload
        replica.close();

        try (TestReplica next = new TestReplica(jdbi, home.resolve("one"))) {
            next.start();

            assertThat(next.loaded()).containsExactly("demo 1.0.0");
            assertThat(next.cached()).containsExactly(demo.sha256() + ".jar");
        }
    }

    @Test
    void aDamagedJarInTheCacheIsFetchedAgain() throws IOException {
        Plugin demo = replica.install(plugin("demo", "1.0.0"));
        replica.close();
        Files.writeString(replica.cacheFolder.resolve(demo.sha256() + ".jar"), "damaged");

        try (TestReplica next = new TestReplica(jdbi, home.resolve("one"))) {
            next.start();

            assertThat(next.loaded()).containsExactly("demo 1.0.0");
        }
    }

    private static PluginJarBuilder version(String version, String model) {
        return PluginJarBuilder.plugin("demo", version)
                .distribution(DistributionSource.serving("demo.Demo", "demo", "v1", "eggroll")
                        .method("model", "return Map.of(\"is\", \"" + model + "\");"));
    }
}
