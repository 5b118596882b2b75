package io.kubefate.server.service.plugin;

import static io.kubefate.server.service.plugin.TestReplica.plugin;
import static io.kubefate.server.service.plugin.TestReplica.serving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.api.Plugin;
import io.kubefate.server.store.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Several services on one database have the same plugins. */
class PluginConvergenceTest {

    @Nested
    class H2 extends Contract {

        H2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class MariaDb extends Contract {

        MariaDb() {
            super(TestDatabases.MARIADB);
        }
    }

    abstract static class Contract extends PluginTest {

        private TestReplica other;

        Contract(TestDatabases kind) {
            super(kind);
        }

        @BeforeEach
        void openAnother() {
            other = new TestReplica(jdbi, home.resolve("two"));
        }

        @AfterEach
        void closeTheOther() {
            other.close();
        }

        @Test
        void eachChangeReachesTheOthers() throws IOException {
            Plugin demo = replica.install(plugin("demo", "1.0.0"));
            other.look();
            assertThat(other.loaded()).containsExactly("demo 1.0.0");
            assertThat(other.cached()).containsExactly(demo.sha256() + ".jar");

            other.upgrade("demo", plugin("demo", "2.0.0"), false);
            replica.look();
            assertThat(replica.loaded()).containsExactly("demo 2.0.0");

            replica.service.setEnabled("demo", false, "admin");
            other.look();
            assertThat(other.loaded()).isEmpty();

            other.service.setEnabled("demo", true, "admin");
            replica.look();
            assertThat(replica.loaded()).containsExactly("demo 2.0.0");

            replica.service.remove("demo", false, "admin");
            other.look();
            assertThat(other.loaded()).isEmpty();
        }

        @Test
        void aListShowsAtOnceWhatAnotherServiceChanged() throws IOException {
            replica.install(plugin("demo", "1.0.0"));

            assertThat(other.service.find("demo").state()).isEqualTo("loaded");
        }

        @Test
        void ofTwoConflictingPluginsTheLaterIsRejectedEverywhere() throws IOException {
            // As if both had been examined at the same moment: each service did not know of the other's.
            replica.install(plugin("demo", "1.0.0"));
            replica.service.setEnabled("demo", false, "admin");
            other.install(serving("rival", "1.0.0", "demo"));
            other.service.setEnabled("demo", true, "admin");
            replica.look();

            for (TestReplica service : List.of(replica, other)) {
                assertThat(service.loaded()).containsExactly("demo 1.0.0");
                assertThat(service.service.find("rival").state()).isEqualTo("rejected");
                assertThat(service.service.find("rival").reason()).contains("already served by plugin demo");
            }
        }

        @Test
        void servicesWithTheSameFolderInstallItsJarsOnce() throws Exception {
            replica.drop(plugin("demo", "1.0.0"), "demo.jar");
            Files.createDirectories(other.folder);
            Files.copy(replica.folder.resolve("demo.jar"), other.folder.resolve("demo.jar"));

            Thread first = new Thread(replica::start);
            first.start();
            other.start();
            first.join();
            replica.look();
            other.look();

            assertThat(replica.loaded()).containsExactly("demo 1.0.0");
            assertThat(other.loaded()).containsExactly("demo 1.0.0");
            assertThat(replica.service.list()).hasSize(1);
            assertThat(other.service.list()).hasSize(1);
        }

        @Test
        void anOlderImageDoesNotUndoTheUpgradeOfANewerOne() throws IOException {
            replica.drop(plugin("demo", "1.0.0"), "demo.jar");
            replica.start();
            other.drop(plugin("demo", "2.0.0"), "demo.jar");
            other.start();

            replica.look();
            replica.look();

            assertThat(replica.loaded()).containsExactly("demo 2.0.0");
        }

        @Test
        void whileTheDatabaseDoesNotAnswerEverythingRunsOn() throws IOException {
            replica.install(plugin("demo", "1.0.0"));
            jdbi.useHandle(handle -> handle.execute("alter table plugin rename to hidden"));

            assertThatThrownBy(replica::look).isInstanceOf(JdbiException.class);
            assertThat(replica.loaded()).containsExactly("demo 1.0.0");
            assertThatThrownBy(() -> replica.install(plugin("next", "1.0.0"))).isInstanceOf(JdbiException.class);
            assertThat(replica.cached()).hasSize(1);

            jdbi.useHandle(handle -> handle.execute("alter table hidden rename to plugin"));
            replica.install(plugin("next", "1.0.0"));
            assertThat(replica.loaded()).containsExactly("demo 1.0.0", "next 1.0.0");
        }

        @Test
        void aJarThatIsNotWholeInTheDatabaseIsLeftOutAndFetchedLater() throws IOException {
            replica.install(plugin("demo", "1.0.0"));
            replica.install(plugin("good", "1.0.0"));
            String hash = replica.service.find("demo").sha256();
            jdbi.useHandle(handle -> handle.execute("update plugin_content set chunk = 5 where sha256 = ?", hash));

            other.look();
            assertThat(other.loaded()).containsExactly("good 1.0.0");
            assertThat(other.service.find("demo").state()).isEqualTo("rejected");
            assertThat(other.service.find("demo").reason()).contains("incomplete");

            jdbi.useHandle(handle -> handle.execute("update plugin_content set chunk = 0 where sha256 = ?", hash));
            other.look();
            assertThat(other.loaded()).containsExactly("demo 1.0.0", "good 1.0.0");
        }
    }
}
