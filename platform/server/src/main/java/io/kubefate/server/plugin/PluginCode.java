package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.plugin.jar.PluginFile;
import io.kubefate.server.plugin.jar.PluginRejection;
import io.kubefate.spi.FateDistribution;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.DefaultVersionManager;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loaded and started code of a plugin. Closing it stops the plugin and closes its class loader. */
final class PluginCode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginCode.class);

    private final SinglePluginManager manager;
    private final String id;

    private PluginCode(SinglePluginManager manager, String id) {
        this.manager = manager;
        this.id = id;
    }

    /**
     * Loads and starts a plugin.
     *
     * @param file the jar of the plugin
     * @param spiVersion the SPI version that {@code Plugin-Requires} must accept
     * @param dependencies the class loaders of the plugins it depends on
     * @return the plugin, which the caller closes
     * @throws PluginRejection if it cannot be started; then nothing stays open
     */
    static PluginCode open(PluginFile file, String spiVersion, List<? extends ClassLoader> dependencies) {
        checkRange(file.manifest().requires(), spiVersion);
        Path directory = requireNonNull(file.path().toAbsolutePath().getParent(), "directory is null");
        var manager = new SinglePluginManager(directory, spiVersion, dependencies);
        PluginCode plugin = new PluginCode(manager, manager.loadPlugin(file.path()));
        try {
            plugin.start(file, spiVersion);
            return plugin;
        } catch (RuntimeException | Error e) {
            plugin.close();
            throw e;
        }
    }

    IsolatedClassLoader classLoader() {
        return (IsolatedClassLoader) manager.getPluginClassLoader(id);
    }

    /**
     * Creates each distribution that the plugin's extension index lists.
     *
     * @return at least one distribution
     * @throws PluginRejection if no listed class is a distribution or one cannot be created
     */
    List<FateDistribution> distributions() {
        List<FateDistribution> distributions = manager.getExtensionClassNames(id).stream()
                .map(this::loadExtension)
                .filter(FateDistribution.class::isAssignableFrom)
                .map(type -> create(type.asSubclass(FateDistribution.class)))
                .toList();
        if (distributions.isEmpty()) {
            throw new PluginRejection("none of its extensions implements " + FateDistribution.class.getName());
        }
        return distributions;
    }

    /** Never fails: problems are logged. */
    @Override
    public void close() {
        IsolatedClassLoader loader = classLoader();
        try (loader) {
            manager.unloadPlugin(id);
        } catch (Throwable e) { // a plugin's stop() may throw anything
            PluginGuard.rethrowIfFatal(e);
            LOG.warn("plugin {} cannot be stopped: {}", loader.getName(), PluginGuard.describe(e), e);
        }
        LeftThreads.of(loader.getName())
                .forEach(thread -> LOG.warn(
                        "plugin {} left the thread {} running; the plugin stays in memory until the thread ends",
                        loader.getName(),
                        thread));
    }

    private static void checkRange(String requires, String spiVersion) {
        try {
            new DefaultVersionManager().checkVersionConstraint(spiVersion, requires);
        } catch (RuntimeException e) {
            throw new PluginRejection("its Plugin-Requires is not a version range: " + requires, e);
        }
    }

    private void start(PluginFile file, String spiVersion) {
        PluginWrapper wrapper = manager.getPlugin(id);
        if (wrapper.getPluginState() == PluginState.DISABLED) {
            throw new PluginRejection(
                    "it requires SPI " + file.manifest().requires() + ", but this service has SPI " + spiVersion);
        }
        if (wrapper.getPlugin() == null) { // PF4J logs why
            throw new PluginRejection(
                    "its Plugin-Class " + wrapper.getDescriptor().getPluginClass() + " cannot be created");
        }
        if (manager.startPlugin(id) != PluginState.STARTED) {
            Throwable failure = wrapper.getFailedException();
            throw new PluginRejection("it cannot be started: " + PluginGuard.describe(failure), failure);
        }
    }

    private Class<?> loadExtension(String name) {
        try {
            return classLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new PluginRejection("its META-INF/extensions.idx lists " + name + ", which is not in the jar", e);
        } catch (LinkageError e) {
            throw new PluginRejection("its extension " + name + " cannot be loaded: " + PluginGuard.describe(e), e);
        }
    }

    private static FateDistribution create(Class<? extends FateDistribution> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError | StackOverflowError e) {
            PluginGuard.rethrowIfFatal(e.getCause());
            throw new PluginRejection(
                    "its extension " + type.getName()
                            + " cannot be created with a public constructor without arguments: "
                            + PluginGuard.describe(e),
                    e);
        }
    }
}
