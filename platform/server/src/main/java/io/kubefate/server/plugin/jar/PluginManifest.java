package io.kubefate.server.plugin.jar;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.pf4j.PluginDescriptor;

/**
 * The plugin entries of the {@code META-INF/MANIFEST.MF} of a jar.
 *
 * @param id its {@code Plugin-Id}
 * @param version its {@code Plugin-Version}
 * @param requires its {@code Plugin-Requires}, a range of SPI versions; {@code *} if it has none
 * @param provider its {@code Plugin-Provider}, or empty text
 * @param description its {@code Plugin-Description}, or empty text
 * @param dependencies its {@code Plugin-Dependencies}
 */
public record PluginManifest(
        String id,
        String version,
        String requires,
        String provider,
        String description,
        List<Dependency> dependencies) {

    public PluginManifest {
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(requires, "requires is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(description, "description is null");
        dependencies = List.copyOf(dependencies);
    }

    /** Converts the descriptor of PF4J. */
    static PluginManifest of(PluginDescriptor descriptor) {
        return new PluginManifest(
                descriptor.getPluginId(),
                descriptor.getVersion(),
                descriptor.getRequires(),
                Optional.ofNullable(descriptor.getProvider()).orElse(""),
                Optional.ofNullable(descriptor.getPluginDescription()).orElse(""),
                descriptor.getDependencies().stream()
                        .map(dependency -> new Dependency(
                                dependency.getPluginId(),
                                dependency.getPluginVersionSupport(),
                                dependency.isOptional()))
                        .toList());
    }

    /**
     * A plugin whose classes this plugin uses.
     *
     * @param id the id of the other plugin
     * @param range the accepted versions, {@code *} for any
     * @param optional whether this plugin can be loaded without the other
     */
    public record Dependency(String id, String range, boolean optional) {

        public Dependency {
            requireNonNull(id, "id is null");
            requireNonNull(range, "range is null");
        }

        /** Returns for example {@code base >=1.0.0}. */
        @Override
        public String toString() {
            return id + " " + range;
        }
    }
}
