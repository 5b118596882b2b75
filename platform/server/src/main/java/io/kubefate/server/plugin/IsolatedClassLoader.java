package io.kubefate.server.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Shows a plugin the JDK, its own jar, the plugins it depends on and of the host only the SPI, PF4J and SLF4J. The
 * host's other classes, and all its resources, are out of sight, so that plugins may bring libraries of any version.
 * The shared packages come from the host even if a plugin bundles them, otherwise its distribution would not be ours.
 */
final class IsolatedClassLoader extends URLClassLoader {

    private static final List<String> SHARED_PACKAGES = List.of("io.kubefate.spi.", "org.pf4j.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final List<ClassLoader> dependencies;

    /**
     * A loader for one plugin.
     *
     * @param name the plugin's id, seen in stack traces
     * @param jar the plugin's jar
     * @param host what loads the shared packages
     * @param dependencies the loaders of the plugins whose classes it may use; their resources stay theirs
     */
    IsolatedClassLoader(String name, URL jar, ClassLoader host, List<ClassLoader> dependencies) {
        super(name, new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        this.host = host;
        this.dependencies = List.copyOf(dependencies);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED_PACKAGES.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException notInJar) {
            return findInDependencies(name, notInJar);
        }
    }

    private Class<?> findInDependencies(String name, ClassNotFoundException notInJar) throws ClassNotFoundException {
        for (ClassLoader dependency : dependencies) {
            try {
                return dependency.loadClass(name);
            } catch (ClassNotFoundException notThere) {
                notInJar.addSuppressed(notThere);
            }
        }
        throw notInJar;
    }
}
