package io.kubefate.server.plugin;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ReleaseKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the plugins directory held at one moment. It never changes: work that began with one catalog goes on with it.
 *
 * @param loaded the plugins in use; no two have the same id or serve the same release
 * @param rejected the jars that are not loaded, with the reasons
 */
public record PluginCatalog(List<LoadedPlugin> loaded, List<RejectedPlugin> rejected) {

    /** Copies the lists. */
    public PluginCatalog {
        loaded = List.copyOf(loaded);
        rejected = List.copyOf(rejected);
    }

    /** {@return a catalog without any plugin} */
    public static PluginCatalog empty() {
        return new PluginCatalog(List.of(), List.of());
    }

    /** {@return every release of every loaded plugin, by chart name, version and engine} */
    public List<Release> releases() {
        return loaded.stream()
                .flatMap(plugin -> plugin.releases().stream())
                .sorted(Comparator.comparing(release -> release.key().toString()))
                .toList();
    }

    /**
     * The distribution that serves what a cluster.yaml asks for.
     *
     * @param chartName its {@code chartName}
     * @param chartVersion its {@code chartVersion}
     * @param backend its {@code backend}, if it names one
     * @return the distribution of {@link #find}
     * @throws KubefateException as {@link #find}
     */
    public LoadedDistribution resolve(String chartName, String chartVersion, Optional<String> backend) {
        return find(chartName, chartVersion, backend).distribution();
    }

    /**
     * The release that a cluster.yaml asks for: the one whose engine is its backend. Without a backend it is the only
     * one of that chart name and version, or the one that declares itself the default engine.
     *
     * @param chartName its {@code chartName}
     * @param chartVersion its {@code chartVersion}
     * @param backend its {@code backend}, if it names one; upper and lower case differ
     * @return the release
     * @throws KubefateException UNKNOWN_RELEASE, with what is available, if nothing serves it or the engine is not
     * clear
     */
    public Release find(String chartName, String chartVersion, Optional<String> backend) {
        List<Release> candidates = candidates(chartName, chartVersion);
        if (candidates.isEmpty()) {
            throw unknown("no plugin serves " + chartName + " " + chartVersion + "; available: " + available()
                    + "; kubefate plugin list shows plugins that are disabled or refused");
        }
        return backend.map(engine -> ofEngine(candidates, engine)).orElseGet(() -> ofDefaultEngine(candidates));
    }

    private List<Release> candidates(String chartName, String chartVersion) {
        return releases().stream()
                .filter(release -> release.key().chartName().equals(chartName))
                .filter(release -> release.key().chartVersion().equals(chartVersion))
                .toList();
    }

    private static Release ofEngine(List<Release> candidates, String engine) {
        return candidates.stream()
                .filter(release -> release.key().engine().equals(engine))
                .findFirst()
                .orElseThrow(
                        () -> unknown(chart(candidates) + " has no backend " + engine + "; " + choice(candidates)));
    }

    private static Release ofDefaultEngine(List<Release> candidates) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<Release> defaults = candidates.stream()
                .filter(release -> release.distribution().defaultEngine())
                .toList();
        if (defaults.size() != 1) {
            String which = defaults.isEmpty() ? "none of them the default" : "several of them as the default";
            throw unknown(chart(candidates) + " runs on several engines, " + which + "; " + choice(candidates));
        }
        return defaults.get(0);
    }

    private static String chart(List<Release> candidates) {
        ReleaseKey key = candidates.get(0).key();
        return key.chartName() + " " + key.chartVersion();
    }

    private static String choice(List<Release> candidates) {
        String engines = candidates.stream()
                .map(release -> release.key().engine())
                .filter(not(String::isEmpty))
                .collect(joining(" or "));
        return engines.isEmpty() ? "leave backend out" : "write backend: " + engines;
    }

    private String available() {
        String keys =
                releases().stream().map(release -> release.key().toString()).collect(joining(", "));
        return keys.isEmpty() ? "none, no plugin is loaded" : keys;
    }

    private static KubefateException unknown(String message) {
        return new KubefateException(ErrorCode.UNKNOWN_RELEASE, message);
    }
}
