package io.kubefate.server.service.plugin;

import static io.kubefate.server.service.plugin.TestReplica.plugin;
import static io.kubefate.server.service.plugin.TestReplica.serving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.api.Plugin;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginJarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginInboxTest extends PluginTest {

    @BeforeEach
    void emptyFolder() throws IOException {
        Files.createDirectories(replica.folder);
    }

    @Test
    void theFirstStartInstallsWhatLiesInTheFolder() throws IOException {
        replica.drop(plugin("demo", "1.0.0"), "demo.jar");

        replica.start();

        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
        assertThat(replica.service.find("demo")).satisfies(plugin -> {
            assertThat(plugin.source()).isEqualTo("folder");
            assertThat(plugin.file()).isEqualTo("demo.jar");
            assertThat(plugin.changedBy()).isEqualTo("the plugins folder");
        });
    }

    @Test
    void theFirstStartInstallsAPluginThatNeedsALaterOne() throws IOException {
        Path base = replica.drop(
                plugin("zbase", "1.0.0").source("base.Greeting", "package base; public class Greeting {}"),
                "zbase.jar");
        replica.drop(
                PluginJarBuilder.plugin("above", "1.0.0")
                        .manifest("Plugin-Dependencies", "zbase@>=1.0.0")
                        .compileWith(base)
                        .distribution(DistributionSource.serving("above.Above", "above", "v1", "eggroll")
                                .method("model", "return Map.of(\"is\", new base.Greeting().toString());")),
                "above.jar");

        replica.start();

        assertThat(replica.loaded()).containsExactly("zbase 1.0.0", "above 1.0.0");
        assertThat(replica.inbox.refused()).isEmpty();
    }

    @Test
    void aStartWithoutAFolderHasNoPlugins() throws IOException {
        Files.delete(replica.folder);

        replica.start();

        assertThat(replica.service.list()).isEmpty();
    }

    @Test
    void aNewJarIsInstalledOnceItDoesNotChangeAnyMore() throws IOException {
        byte[] whole = Files.readAllBytes(plugin("demo", "1.0.0").build(home.resolve("demo.jar")));
        Path jar = replica.folder.resolve("demo.jar");
        replica.look();

        Files.write(jar, Arrays.copyOf(whole, 10));
        replica.look();
        Files.write(jar, Arrays.copyOf(whole, 100));
        replica.look();
        Files.write(jar, whole);
        replica.look();
        assertThat(replica.service.list()).isEmpty();

        replica.look();
        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void aHigherVersionIsAnUpgradeAndALowerOneIsLeftAlone() throws IOException {
        replica.drop(plugin("demo", "1.5.0"), "b.jar");
        replica.start();

        replica.drop(plugin("demo", "2.0.0"), "a.jar");
        replica.drop(plugin("demo", "1.0.0"), "c.jar");
        replica.look();
        replica.look();

        assertThat(replica.loaded()).containsExactly("demo 2.0.0");
        assertThat(replica.service.list())
                .extracting(Plugin::file, Plugin::version, Plugin::state)
                .containsExactly(
                        tuple("a.jar", "2.0.0", "loaded"),
                        tuple("b.jar", "1.5.0", "refused"),
                        tuple("c.jar", "1.0.0", "refused"));
        assertThat(reason("b.jar"))
                .contains("1.5.0, which was replaced on 2026-11-24 12:00 UTC by the plugins folder", "--force");
        assertThat(reason("c.jar")).contains("1.0.0 is older than the installed version 2.0.0");
    }

    @Test
    void otherContentOfAReleaseIsRefusedAndOfASnapshotTaken() throws IOException {
        replica.drop(plugin("demo", "1.0.0"), "demo.jar");
        replica.drop(plugin("fresh", "1.0.0-SNAPSHOT"), "fresh.jar");
        replica.start();

        replica.drop(plugin("demo", "1.0.0").manifest("Plugin-Provider", "new"), "demo.jar");
        replica.drop(plugin("fresh", "1.0.0-SNAPSHOT").manifest("Plugin-Provider", "new"), "fresh.jar");
        replica.look();
        replica.look();

        assertThat(reason("demo.jar")).contains("change the version of the jar");
        assertThat(replica.service.find("demo").provider()).isEmpty();
        assertThat(replica.service.find("fresh").provider()).isEqualTo("new");
    }

    @Test
    void anOldSnapshotInTheFolderDoesNotReplaceTheNewOneAtTheNextStart() throws IOException {
        replica.drop(plugin("fresh", "1.0.0-SNAPSHOT"), "fresh.jar");
        replica.start();
        replica.upgrade("fresh", plugin("fresh", "1.0.0-SNAPSHOT").manifest("Plugin-Provider", "new"), false);
        replica.close();

        try (TestReplica next = new TestReplica(jdbi, home.resolve("one"))) {
            next.start();

            assertThat(next.service.find("fresh").provider()).isEqualTo("new");
        }
    }

    @Test
    void aRemovedPluginStaysAwayWithItsOlderVersions() throws IOException {
        replica.drop(plugin("demo", "2.0.0"), "demo-2.jar");
        replica.start();
        replica.drop(plugin("demo", "1.0.0"), "demo-1.jar");

        replica.service.remove("demo", false, "admin");
        replica.look();
        replica.look();

        assertThat(replica.loaded()).isEmpty();
        String removal = "demo 2.0.0, which was removed on 2026-11-24 12:00 UTC by admin; to install it";
        assertThat(reason("demo-1.jar"))
                .isEqualTo("it is older than " + removal + ", use: kubefate plugin install -f FILE");
        assertThat(reason("demo-2.jar")).isEqualTo("it is " + removal + " again, use: kubefate plugin install -f FILE");
    }

    @Test
    void aRemovedPluginComesBackWhenItIsBuiltAnew() throws IOException {
        replica.drop(plugin("demo", "1.0.0"), "demo.jar");
        replica.start();
        replica.service.remove("demo", false, "admin");

        replica.drop(plugin("demo", "1.0.0").resource("more.txt", "more"), "demo.jar");
        replica.look();
        replica.look();

        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void whatWasReplacedIsInstalledAgainOnceItsPluginIsRemoved() throws IOException {
        replica.drop(plugin("demo", "1.0.0"), "demo-1.jar");
        replica.start();
        replica.upgrade("demo", plugin("demo", "2.0.0"), false);
        replica.look();
        replica.look();
        assertThat(reason("demo-1.jar")).endsWith("to downgrade, use: kubefate plugin upgrade demo -f FILE --force");

        replica.service.remove("demo", false, "admin");
        replica.look();

        assertThat(reason("demo-1.jar")).endsWith("to install it again, use: kubefate plugin install -f FILE");
    }

    @Test
    void aRemovedPluginComesBackWithANewVersionOrAnInstall() throws IOException {
        replica.drop(plugin("one", "1.0.0"), "one.jar");
        Path two = replica.drop(plugin("two", "1.0.0"), "two.jar");
        replica.start();
        replica.service.remove("one", false, "admin");
        replica.service.remove("two", false, "admin");

        replica.drop(plugin("one", "1.1.0"), "one-new.jar");
        try (IncomingJar jar = replica.upload(Files.readAllBytes(two))) {
            replica.service.install(jar, "admin");
        }
        replica.look();
        replica.look();

        assertThat(replica.loaded()).containsExactlyInAnyOrder("one 1.1.0", "two 1.0.0");
        assertThat(replica.inbox.refused()).extracting(Plugin::file).containsExactly("one.jar");
    }

    @Test
    void toTakeAJarOutOfTheFolderRemovesNothing() throws IOException {
        Path jar = replica.drop(plugin("demo", "1.0.0"), "demo.jar");
        replica.start();

        Files.delete(jar);
        replica.look();
        replica.look();

        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
    }

    @Test
    void whatIsRefusedIsListedByFileNameUntilItIsGone() throws IOException {
        Files.writeString(replica.folder.resolve("broken.jar"), "no jar");
        Files.write(replica.folder.resolve("large.jar"), new byte[(int) TestReplica.MAX_BYTES + 1]);
        Files.createDirectory(replica.folder.resolve("folder.jar"));
        replica.drop(plugin("demo", "1.0.0"), "demo.jar");
        replica.start();

        assertThat(replica.loaded()).containsExactly("demo 1.0.0");
        assertThat(replica.inbox.refused()).extracting(Plugin::file).containsExactly("broken.jar", "large.jar");
        assertThat(reason("large.jar")).contains("larger than");

        Files.delete(replica.folder.resolve("broken.jar"));
        replica.look();
        assertThat(replica.inbox.refused()).extracting(Plugin::file).containsExactly("large.jar");
    }

    @Test
    void aRefusedJarIsTakenWhenTheReasonIsGone() throws IOException {
        replica.install(plugin("demo", "1.0.0"));
        replica.drop(serving("other", "1.0.0", "demo"), "other.jar");
        replica.start();
        assertThat(reason("other.jar")).contains("already served");

        replica.service.remove("demo", false, "admin");
        replica.look();

        assertThat(replica.loaded()).containsExactly("other 1.0.0");
    }

    private String reason(String file) {
        return replica.inbox.refused().stream()
                .filter(plugin -> plugin.file().equals(file))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
