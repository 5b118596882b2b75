package io.kubefate.server.plugin;

import io.kubefate.server.plugin.jar.PluginRejection;
import io.kubefate.spi.FateDistribution;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultExtensionFinder;
import org.pf4j.DefaultPluginFactory;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.JarPluginRepository;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.RuntimeMode;
import org.pf4j.VersionManager;

/**
 * A PF4J manager for one jar. PF4J has one version of a plugin id at a time and resolves all plugins together. A manager for each
 * jar allows two versions side by side and isolates failures. The host resolves dependencies.
 */
final class SinglePluginManager extends AbstractPluginManager {

    private final List<ClassLoader> dependencies;

    /**
     * Creates a manager that has not loaded the jar yet.
     *
     * @param directory the directory of the jar
     * @param systemVersion the version that {@code Plugin-Requires} is checked against
     * @param dependencies the class loaders of the plugins whose classes it may use
     */
    SinglePluginManager(Path directory, String systemVersion, List<? extends ClassLoader> dependencies) {
        super(directory);
        this.dependencies = List.copyOf(dependencies);
        setSystemVersion(systemVersion);
    }

    @Override
    public RuntimeMode getRuntimeMode() {
        return RuntimeMode.DEPLOYMENT;
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new IndependentDescriptorFinder();
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new AlwaysEnabled();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new IsolatingLoader();
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new JarPluginRepository(getPluginsRoots());
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return new DefaultPluginFactory();
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new DefaultExtensionFactory();
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new DefaultExtensionFinder(this);
    }

    @Override
    protected VersionManager createVersionManager() {
        return new DefaultVersionManager();
    }

    /** Creates the class loader of the plugin's jar. */
    private final class IsolatingLoader implements PluginLoader {

        @Override
        public boolean isApplicable(Path path) {
            return true;
        }

        @Override
        public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
            ClassLoader host = FateDistribution.class.getClassLoader();
            try {
                return new IsolatedClassLoader(
                        descriptor.getPluginId() + "@" + descriptor.getVersion(),
                        path.toUri().toURL(),
                        host,
                        dependencies);
            } catch (MalformedURLException e) {
                throw new PluginRejection("its path cannot be written as a URL: " + path, e);
            }
        }
    }

    /** Hides {@code Plugin-Dependencies} from PF4J, which would resolve them in this manager. */
    private static final class IndependentDescriptorFinder extends ManifestPluginDescriptorFinder {

        @Override
        protected PluginDescriptor createPluginDescriptor(Manifest manifest) {
            Manifest independent = new Manifest(manifest);
            independent.getMainAttributes().remove(new Attributes.Name(PLUGIN_DEPENDENCIES));
            return super.createPluginDescriptor(independent);
        }
    }

    /** Prevents PF4J from storing the status of plugins in its own files. */
    private static final class AlwaysEnabled implements PluginStatusProvider {

        @Override
        public boolean isPluginDisabled(String pluginId) {
            return false;
        }

        @Override
        public void disablePlugin(String pluginId) {}

        @Override
        public void enablePlugin(String pluginId) {}
    }
}
