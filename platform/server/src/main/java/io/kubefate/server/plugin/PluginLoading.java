package io.kubefate.server.plugin;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.jar.PluginFile;
import io.kubefate.server.plugin.jar.PluginManifest.Dependency;
import io.kubefate.server.plugin.jar.PluginRejection;
import io.kubefate.spi.ReleaseKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/**
 * Creates a generation from jars. Each jar is loaded independently: if one fails, the reason is recorded and loading continues. Of two
 * jars with the same plugin id or release, the first in the given order that loads is used. Plugins of the previous generation
 * are reused, unless one of their dependencies has changed.
 */
final class PluginLoading {

    private final PluginRules rules;
    private final Generation before;
    private final BiConsumer<RejectedPlugin, Throwable> onRejected;
    private final Map<String, PluginInstance> loaded = new LinkedHashMap<>();
    private final Map<ReleaseKey, LoadedPlugin> served = new LinkedHashMap<>();
    private final List<RejectedPlugin> rejected = new ArrayList<>();

    /**
     * Creates a loading that has not started.
     *
     * @param rules the rules that plugins must satisfy
     * @param before the previous generation, held by the caller
     * @param onRejected receives each jar that is not loaded and the exception, which may be null; an exception of its own ends
     *     the loading
     */
    PluginLoading(PluginRules rules, Generation before, BiConsumer<RejectedPlugin, Throwable> onRejected) {
        this.rules = rules;
        this.before = before;
        this.onRejected = onRejected;
    }

    /**
     * Loads the jars; dependencies are loaded before their dependents.
     *
     * @param jars the jars in order of precedence
     * @return the generation, held by the caller
     */
    Generation load(List<Path> jars) {
        try {
            loadAll(jars);
        } catch (RuntimeException | Error e) {
            generation().release();
            throw e;
        }
        rejected.sort(Comparator.comparing(RejectedPlugin::file));
        return generation();
    }

    private Generation generation() {
        return new Generation(List.copyOf(loaded.values()), rejected);
    }

    private void loadAll(List<Path> jars) {
        List<PluginFile> waiting = new ArrayList<>();
        jars.forEach(jar -> attempt(jar, Optional.empty(), () -> read(jar)).ifPresent(waiting::add));
        List<PluginFile> ready = ready(waiting);
        while (!ready.isEmpty()) {
            ready.forEach(file -> attempt(file.path(), Optional.of(file), () -> load(file)));
            waiting.removeAll(ready);
            ready = ready(waiting);
        }
        waiting.forEach(file -> attempt(file.path(), Optional.of(file), () -> rejectForDependencies(file)));
    }

    private <T> Optional<T> attempt(Path jar, Optional<PluginFile> file, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (PluginRejection e) {
            reject(jar, file, e.getMessage(), e.getCause());
        } catch (KubefateException e) {
            reject(jar, file, e.getMessage(), e.getCause());
        } catch (Throwable e) { // a plugin's code may throw anything, and no plugin stops the others
            PluginGuard.rethrowIfFatal(e);
            reject(jar, file, "it cannot be loaded: " + PluginGuard.describe(e), e);
        }
        return Optional.empty();
    }

    private void reject(Path jar, Optional<PluginFile> file, String reason, @Nullable Throwable cause) {
        RejectedPlugin plugin =
                new RejectedPlugin(jar, file.map(PluginFile::id), file.map(PluginFile::version), reason);
        rejected.add(plugin);
        onRejected.accept(plugin, cause);
    }

    private PluginFile read(Path jar) {
        return before.find(jar).map(PluginInstance::file).orElseGet(() -> PluginFile.read(jar, rules.jars()));
    }

    private PluginInstance load(PluginFile file) {
        rejectDuplicateId(file);
        PluginInstance plugin = open(file, dependencies(file));
        try {
            rejectDuplicateReleases(plugin.facts());
        } catch (PluginRejection e) {
            plugin.release();
            throw e;
        }
        loaded.put(file.id(), plugin);
        plugin.facts().releases().forEach(release -> served.put(release.key(), plugin.facts()));
        return plugin;
    }

    private PluginInstance open(PluginFile file, List<PluginInstance> dependencies) {
        return before.find(file.path())
                .filter(running -> running.dependencies().equals(dependencies) && running.hold())
                .orElseGet(() -> PluginInstance.start(file, dependencies, rules));
    }

    private void rejectDuplicateId(PluginFile file) {
        Optional.ofNullable(loaded.get(file.id())).map(PluginInstance::facts).ifPresent(first -> {
            throw new PluginRejection("its plugin id " + file.id() + " is taken by version " + first.version()
                    + " from " + first.file().getFileName() + "; upgrade that one, or remove one of the two");
        });
    }

    private void rejectDuplicateReleases(LoadedPlugin entry) {
        Map<ReleaseKey, LoadedPlugin> own = new LinkedHashMap<>(served);
        entry.releases().forEach(release -> {
            LoadedPlugin first = own.putIfAbsent(release.key(), entry);
            if (first != null) {
                throw new PluginRejection("its release " + release.key() + " is already served by plugin " + first.id()
                        + " from " + first.file().getFileName());
            }
        });
    }

    private List<PluginFile> ready(List<PluginFile> files) {
        return files.stream().filter(file -> missing(file).isEmpty()).toList();
    }

    private List<Dependency> missing(PluginFile file) {
        return file.manifest().dependencies().stream()
                .filter(dependency -> !dependency.optional() && find(dependency).isEmpty())
                .toList();
    }

    private List<PluginInstance> dependencies(PluginFile file) {
        return file.manifest().dependencies().stream()
                .flatMap(dependency -> find(dependency).stream())
                .toList();
    }

    private Optional<PluginInstance> find(Dependency dependency) {
        return Optional.ofNullable(loaded.get(dependency.id()))
                .filter(plugin -> accepts(dependency.range(), plugin.file().version()));
    }

    private static boolean accepts(String range, String version) {
        try {
            return new DefaultVersionManager().checkVersionConstraint(version, range);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private PluginFile rejectForDependencies(PluginFile file) {
        throw new PluginRejection("it needs "
                + missing(file).stream().map(Dependency::toString).collect(joining(", "))
                + ", which is not loaded");
    }
}
