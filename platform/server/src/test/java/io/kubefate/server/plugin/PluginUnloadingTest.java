package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of an unloaded plugin stays in memory, and its file is closed. */
class PluginUnloadingTest {

    @TempDir
    private static Path built;

    private static Path replacement;

    @TempDir
    private Path directory;

    private final PluginHost host = PluginsDirectory.host();
    private Path jar;

    @BeforeAll
    static void buildTheReplacement() {
        replacement = PluginsDirectory.neighbour().build(built.resolve("neighbour.jar"));
    }

    @BeforeEach
    void chooseAPath() {
        jar = directory.resolve("demo.jar");
    }

    @AfterEach
    void closeTheHost() {
        host.close();
    }

    @Test
    void theClassLoaderStaysWhileThePluginIsUsedAndIsCollectedAfterwards() {
        PluginsDirectory.demo().build(jar);
        WeakReference<ClassLoader> loader = load();
        CatalogUse use = host.use();

        host.apply(List.of(replacement));
        assertThat(PluginLoaders.survives(loader)).isTrue();
        use.close();

        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    @Test
    void aCatalogThatIsStillHeldDoesNotKeepTheClassLoader() {
        PluginsDirectory.demo().build(jar);
        WeakReference<ClassLoader> loader = load();
        PluginCatalog held = host.catalog();

        host.apply(List.of(replacement));

        assertThat(PluginLoaders.isCollected(loader)).isTrue();
        assertThat(held.releases()).hasSize(2);
    }

    @Test
    void aPluginThatThrewIsCollected() {
        PluginsDirectory.demo(DistributionSource.demo()
                        .method("model", "throw new Failure();")
                        .member("static class Failure extends RuntimeException {}"))
                .build(jar);
        WeakReference<ClassLoader> loader = load();

        host.apply(List.of(replacement));

        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    @Test
    void aPluginThatFailsToStopIsCollected() throws IOException {
        PluginsDirectory.demo()
                .manifest("Plugin-Class", "demo.Stubborn")
                .source("demo.Stubborn", """
                    package demo;
                    public class Stubborn extends org.pf4j.Plugin {
                        @Override public void stop() { throw new NoClassDefFoundError("some/Library"); }
                    }
                    """)
                .build(jar);
        WeakReference<ClassLoader> loader = load();

        host.apply(List.of(replacement));

        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    @Test
    void reportsAThreadThatAPluginLeavesRunningAndKeepsItsClassLoaderUntilItEnds() throws InterruptedException {
        PluginsDirectory.demo()
                .manifest("Plugin-Class", "demo.Busy")
                .source("demo.Busy", """
                    package demo;
                    public class Busy extends org.pf4j.Plugin {
                        private final java.util.concurrent.CountDownLatch working =
                            new java.util.concurrent.CountDownLatch(1);
                        @Override public void start() {
                            new Thread(this::work, "busy").start();
                            try {
                                working.await();
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                        private void work() {
                            working.countDown();
                            try {
                                Thread.sleep(Long.MAX_VALUE);
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    }
                    """)
                .build(jar);
        WeakReference<ClassLoader> loader = load();

        host.apply(List.of(replacement));

        assertThat(LeftThreads.of("demo@1.2.3")).containsExactly("busy");
        assertThat(PluginLoaders.survives(loader)).isTrue();
        endThread("busy");
        assertThat(LeftThreads.of("demo@1.2.3")).isEmpty();
        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFileIsClosedAndCanBeDeleted() throws IOException {
        PluginsDirectory.demo().build(jar);
        load();
        assertThat(PluginLoaders.isOpen(jar)).isTrue();

        host.apply(List.of(replacement));

        assertThat(PluginLoaders.isOpen(jar)).isFalse();
        Files.delete(jar);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFileIsClosedHoweverThePluginReadItsResources() throws IOException {
        PluginsDirectory.demo().resource("own.txt", "mine").build(jar);
        try (IsolatedClassLoader loader =
                new IsolatedClassLoader("demo", jar.toUri().toURL(), getClass().getClassLoader(), List.of())) {
            loader.getResource("own.txt").openStream().close();
            loader.getResources("own.txt").nextElement().openStream().close();
        }

        assertThat(PluginLoaders.isOpen(jar)).isFalse();
    }

    @Test
    void loadingAndUnloadingAgainAndAgainLeavesNothing() {
        PluginsDirectory.demo().build(jar);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

        for (int time = 0; time < 50; time++) {
            loaders.add(load());
            host.apply(List.of(replacement));
        }

        assertThat(PluginLoaders.areCollected(loaders)).isTrue();
    }

    @Test
    void tryingAgainAndAgainLeavesNothing() {
        PluginsDirectory.demo(DistributionSource.demo().member("static { Anchor.loaders().add(Anchor.reference()); }"))
                .source("demo.Anchor", """
                    package demo;
                    import java.lang.ref.WeakReference;
                    import java.util.*;
                    class Anchor {
                        @SuppressWarnings("unchecked")
                        static List<WeakReference<ClassLoader>> loaders() {
                            return (List<WeakReference<ClassLoader>>) System.getProperties().get("examined.loaders");
                        }
                        static WeakReference<ClassLoader> reference() {
                            return new WeakReference<>(Anchor.class.getClassLoader());
                        }
                    }
                    """)
                .build(jar);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        System.getProperties().put("examined.loaders", loaders);

        for (int time = 0; time < 10; time++) {
            host.examine(jar, Optional.empty(), any -> {});
        }

        System.getProperties().remove("examined.loaders");
        assertThat(loaders).hasSize(10);
        assertThat(PluginLoaders.areCollected(loaders)).isTrue();
    }

    /** Loads the jar and calls it once. */
    private WeakReference<ClassLoader> load() {
        PluginCatalog catalog = host.apply(List.of(replacement, jar));
        try {
            catalog.resolve("demo", "v1.0.0", Optional.empty()).model(PluginsDirectory.emptySpec());
        } catch (KubefateException expected) {
            assertThat(expected).hasMessageContaining("demo 1.2.3 failed in model: Failure");
        }
        return PluginLoaders.of(catalog, "demo");
    }

    private static void endThread(String name) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(name)) {
                thread.interrupt();
                thread.join();
            }
        }
    }
}
