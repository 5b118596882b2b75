package io.kubefate.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Checks whether plugins are completely unloaded: their class loaders from memory, their files from the process. */
public final class PluginLoaders {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PluginLoaders() {}

    /** The class loader of the plugin that serves a chart, held so that it can be collected. */
    public static WeakReference<ClassLoader> of(PluginCatalog catalog, String chartName) {
        return catalog.releases().stream()
                .filter(release -> release.key().chartName().equals(chartName))
                .map(release -> new WeakReference<>(release.distribution().classLoader()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether everything can be collected; gives up after a minute. */
    public static boolean areCollected(List<WeakReference<ClassLoader>> loaders) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(limit)) {
            System.gc();
            if (loaders.stream().allMatch(loader -> loader.get() == null)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can be collected; gives up after a minute. */
    public static boolean isCollected(WeakReference<ClassLoader> loader) {
        return areCollected(List.of(loader));
    }

    /** Whether it still exists after several collections. */
    public static boolean survives(WeakReference<ClassLoader> loader) {
        WeakReference<Object> control = new WeakReference<>(new Object());
        while (control.get() != null) {
            System.gc();
        }
        System.gc();
        return loader.get() != null;
    }

    /** Whether this process, on Linux, has a file open. */
    public static boolean isOpen(Path file) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            Path real = file.toRealPath();
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, real));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean pointsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
