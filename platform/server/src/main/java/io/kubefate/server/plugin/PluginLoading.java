package io.kubefate.server.plugin;

import static java.util.stream.Collectors.joining;

import io.kubefate.server.error.KubefateException;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pf4j.DefaultVersionManager;
import org.pf4j.PluginDependency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a set of jars, each on its own: one that fails is noted with the reason and the next one is tried. Of two that
 * claim the same plugin id or release, the first in the given order that loads has it.
 */
final class PluginLoading {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLoading.class);

    private final String spiVersion;
    private final DistributionContract contract;
    private final Map<String, OpenPlugin> open = new LinkedHashMap<>();
    private final Map<String, LoadedPlugin> loaded = new LinkedHashMap<>();
    private final Map<ReleaseKey, LoadedPlugin> served = new LinkedHashMap<>();
    private final List<RejectedPlugin> rejected = new ArrayList<>();

    /**
     * A loading that has not begun.
     *
     * @param spiVersion what a plugin's {@code Plugin-Requires} must accept
     * @param contract what a distribution must fulfil
     */
    PluginLoading(String spiVersion, DistributionContract contract) {
        this.spiVersion = spiVersion;
        this.contract = contract;
    }

    /**
     * Loads the jars, a plugin after those it depends on.
     *
     * @param jars in order of precedence
     * @return what was loaded and what was not
     */
    PluginCatalog load(List<Path> jars) {
        List<PluginFile> waiting = new ArrayList<>();
        jars.forEach(jar ->
                attempt(jar, Optional.empty(), () -> PluginFile.read(jar)).ifPresent(waiting::add));
        List<PluginFile> ready = ready(waiting);
        while (!ready.isEmpty()) {
            ready.forEach(file -> attempt(file.path(), Optional.of(file), () -> load(file)));
            waiting.removeAll(ready);
            ready = ready(waiting);
        }
        waiting.forEach(file -> attempt(file.path(), Optional.of(file), () -> rejectForDependencies(file)));
        rejected.sort(Comparator.comparing(RejectedPlugin::file));
        return new PluginCatalog(List.copyOf(loaded.values()), rejected);
    }

    /** {@return the opened plugins in the order in which they were loaded, for closing} */
    List<OpenPlugin> open() {
        return List.copyOf(open.values());
    }

    private <T> Optional<T> attempt(Path jar, Optional<PluginFile> file, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (PluginRejection | KubefateException e) {
            reject(jar, file, e.getMessage(), e.getCause());
        } catch (Throwable e) { // a plugin's code may throw anything, and no plugin stops the others
            PluginGuard.rethrowIfFatal(e);
            reject(jar, file, "it cannot be loaded: " + PluginGuard.describe(e), e);
        }
        return Optional.empty();
    }

    private void reject(Path jar, Optional<PluginFile> file, String reason, Throwable cause) {
        LOG.warn("plugin {} is not loaded: {}", jar, reason, cause);
        rejected.add(new RejectedPlugin(jar, file.map(PluginFile::id), file.map(PluginFile::version), reason));
    }

    private LoadedPlugin load(PluginFile file) {
        rejectDuplicateId(file);
        OpenPlugin plugin = OpenPlugin.open(file, spiVersion, dependencyLoaders(file));
        try {
            LoadedPlugin entry = describe(file, distributions(file, plugin));
            rejectDuplicateReleases(entry);
            accept(entry, plugin);
            return entry;
        } catch (RuntimeException | Error e) {
            plugin.close();
            throw e;
        }
    }

    private void accept(LoadedPlugin entry, OpenPlugin plugin) {
        loaded.put(entry.id(), entry);
        open.put(entry.id(), plugin);
        entry.releases().forEach(release -> served.put(release.key(), entry));
        LOG.info("loaded plugin {} {} from {}", entry.id(), entry.version(), entry.file());
    }

    private List<LoadedDistribution> distributions(PluginFile file, OpenPlugin plugin) {
        PluginGuard guard = new PluginGuard(file.id(), file.version());
        List<LoadedDistribution> distributions = new ArrayList<>();
        for (FateDistribution distribution : plugin.distributions()) {
            LoadedDistribution entry = new LoadedDistribution(distribution, guard, file.templates());
            contract.check(entry);
            distributions.add(entry);
        }
        return distributions;
    }

    private static LoadedPlugin describe(PluginFile file, List<LoadedDistribution> distributions) {
        return new LoadedPlugin(
                file.id(),
                file.version(),
                Optional.ofNullable(file.descriptor().getProvider()).orElse(""),
                Optional.ofNullable(file.descriptor().getPluginDescription()).orElse(""),
                file.path(),
                Instant.now(),
                distributions);
    }

    private void rejectDuplicateId(PluginFile file) {
        Optional.ofNullable(loaded.get(file.id())).ifPresent(first -> {
            throw new PluginRejection("its plugin id " + file.id() + " is taken by "
                    + first.file().getFileName() + "; remove one of the two");
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

    private List<PluginDependency> missing(PluginFile file) {
        return file.descriptor().getDependencies().stream()
                .filter(dependency -> !dependency.isOptional() && !isLoaded(dependency))
                .toList();
    }

    private boolean isLoaded(PluginDependency dependency) {
        LoadedPlugin plugin = loaded.get(dependency.getPluginId());
        return plugin != null && accepts(dependency.getPluginVersionSupport(), plugin.version());
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
                + missing(file).stream()
                        .map(dependency -> dependency.getPluginId() + " " + dependency.getPluginVersionSupport())
                        .collect(joining(", "))
                + ", which is not loaded");
    }

    private List<ClassLoader> dependencyLoaders(PluginFile file) {
        return file.descriptor().getDependencies().stream()
                .map(PluginDependency::getPluginId)
                .filter(open::containsKey)
                .map(id -> open.get(id).classLoader())
                .toList();
    }
}
