package io.kubefate.server.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a plugin. The plugin has access to the JDK, its own jar, the plugins it depends on, and of the host only to
 * the SPI, PF4J and SLF4J. The host's other classes and all its resources are hidden, so that plugins can bring libraries of any
 * version. The shared packages come from the host even if a plugin bundles them; otherwise its distribution would have another type.
 *
 * <p>Reads resources without the JDK's cache of open jars, which would keep the file open after {@link #close}.
 */
final class IsolatedClassLoader extends URLClassLoader {

    private static final List<String> SHARED_PACKAGES = List.of("io.kubefate.spi.", "org.pf4j.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final List<ClassLoader> dependencies;

    /**
     * Creates a loader for one plugin.
     *
     * @param name the plugin's id and version, for stack traces
     * @param jar the plugin's jar
     * @param host loads the shared packages
     * @param dependencies the loaders of the plugins whose classes it may use; their resources are not visible
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

    @Override
    public @Nullable URL findResource(String name) {
        return Optional.ofNullable(super.findResource(name))
                .map(IsolatedClassLoader::uncached)
                .orElse(null);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        return Collections.enumeration(Collections.list(super.findResources(name)).stream()
                .map(IsolatedClassLoader::uncached)
                .toList());
    }

    private static URL uncached(URL cached) {
        try {
            return new URL(null, cached.toExternalForm(), new UncachedHandler(cached));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("it was a URL before", e);
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

    private static final class UncachedHandler extends URLStreamHandler {

        private final URL cached;

        private UncachedHandler(URL cached) {
            this.cached = cached;
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            URLConnection connection = cached.openConnection();
            connection.setUseCaches(false);
            return connection;
        }
    }
}
