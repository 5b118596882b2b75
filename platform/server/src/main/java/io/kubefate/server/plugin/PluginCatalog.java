package io.kubefate.server.plugin;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ClusterSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An immutable snapshot of the installed plugins. Work that starts with a catalog continues with it.
 *
 * @param loaded the loaded plugins, with unique ids and releases
 * @param rejected the jars that are not loaded, with the reasons
 */
public record PluginCatalog(List<LoadedPlugin> loaded, List<RejectedPlugin> rejected) {

    public PluginCatalog {
        loaded = List.copyOf(loaded);
        rejected = List.copyOf(rejected);
    }

    /** Returns a catalog without plugins. */
    public static PluginCatalog empty() {
        return new PluginCatalog(List.of(), List.of());
    }

    /** Returns all releases of all loaded plugins, by chart name, version and engine. */
    public List<Release> releases() {
        return loaded.stream()
                .flatMap(plugin -> plugin.releases().stream())
                .sorted(Comparator.comparing(release -> release.key().toString()))
                .toList();
    }

    /** Returns the distribution of {@link #find}. */
    public LoadedDistribution resolve(String chartName, String chartVersion, Optional<String> engine) {
        return find(chartName, chartVersion, engine).distribution();
    }

    /**
     * Finds a release by its key.
     *
     * @param chartName for example {@code fate}
     * @param chartVersion for example {@code v1.5.0}
     * @param engine the engine; if empty, the only or the default one
     * @return the release
     * @throws KubefateException UNKNOWN_RELEASE, with the available releases
     */
    public Release find(String chartName, String chartVersion, Optional<String> engine) {
        ReleaseSelection selection = new ReleaseSelection(candidates(chartName, chartVersion));
        return engine.map(selection::ofEngine).orElseGet(selection::onlyOrDefault);
    }

    /**
     * Finds the release that a cluster.yaml selects: by chart name and version, and by the keys that its plugin declares. If several
     * releases match, the default one is selected.
     *
     * @param spec a cluster.yaml
     * @return the release
     * @throws KubefateException UNKNOWN_RELEASE, with the available releases, if no release matches or none of several is the default
     */
    public Release select(ClusterSpec spec) {
        return new ReleaseSelection(candidates(spec.chartName(), spec.chartVersion())).by(spec);
    }

    private List<Release> candidates(String chartName, String chartVersion) {
        List<Release> candidates = releases().stream()
                .filter(release -> release.key().chartName().equals(chartName))
                .filter(release -> release.key().chartVersion().equals(chartVersion))
                .toList();
        if (candidates.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.UNKNOWN_RELEASE,
                    "no plugin serves " + chartName + " " + chartVersion + "; available: " + available()
                            + "; kubefate plugin list shows plugins that are disabled or rejected");
        }
        return candidates;
    }

    private String available() {
        String keys =
                releases().stream().map(release -> release.key().toString()).collect(joining(", "));
        return keys.isEmpty() ? "none, no plugin is loaded" : keys;
    }
}
