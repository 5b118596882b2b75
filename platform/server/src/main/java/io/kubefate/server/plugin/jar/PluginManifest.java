package io.kubefate.server.plugin.jar;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.pf4j.PluginDescriptor;

/**
 * What the {@code META-INF/MANIFEST.MF} of a plugin's jar says.
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

    /** Checks that nothing is null and copies the list. */
    public PluginManifest {
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(requires, "requires is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(description, "description is null");
        dependencies = List.copyOf(dependencies);
    }

    /** {@return the same, from what PF4J read} */
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
     * A plugin whose classes this one uses.
     *
     * @param id the other's id
     * @param range the versions of it that will do, {@code *} for any
     * @param optional whether this plugin can be loaded without
     */
    public record Dependency(String id, String range, boolean optional) {

        /** Checks that nothing is null. */
        public Dependency {
            requireNonNull(id, "id is null");
            requireNonNull(range, "range is null");
        }

        /** {@return for example {@code base >=1.0.0}} */
        @Override
        public String toString() {
            return id + " " + range;
        }
    }
}
