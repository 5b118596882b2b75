package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.EmptyDistribution;
import io.kubefate.server.plugin.jar.PluginManifest;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PluginCatalogTest {

    private static final LoadedDistribution EGGROLL = distribution("fate", "v1.5.0", "eggroll", true);
    private static final LoadedDistribution SPARK = distribution("fate", "v1.5.0", "spark", false);
    private static final LoadedDistribution NEXT = distribution("fate", "v1.6.0", "spark", false);
    private static final LoadedDistribution SERVING = distribution("fate-serving", "v2.0.0", "", false);

    private final PluginCatalog catalog = catalog(SPARK, SERVING, EGGROLL, NEXT);

    @Test
    void theBackendChoosesTheEngine() {
        assertThat(catalog.resolve("fate", "v1.5.0", Optional.of("spark"))).isSameAs(SPARK);
        assertThat(select("v1.5.0", Map.of("backend", "spark"))).isSameAs(SPARK);
    }

    @Test
    void aPluginDeclaresTheKeysThatSelectItsReleases() {
        LoadedDistribution spark =
                distribution("fate", "v2.0.0", "spark", false, Map.of("computing", Set.of("Spark", "Spark_local")));
        LoadedDistribution eggroll =
                distribution("fate", "v2.0.0", "eggroll", true, Map.of("computing", Set.of("Eggroll")));
        PluginCatalog two = catalog(spark, eggroll);

        assertThat(select(two, "v2.0.0", Map.of("computing", "Spark_local"))).isSameAs(spark);
        assertThat(select(two, "v2.0.0", Map.of("backend", "spark"))).isSameAs(eggroll);
        assertThat(catchThrowableOfType(
                        KubefateException.class, () -> select(two, "v2.0.0", Map.of("computing", "Flink"))))
                .hasMessage("fate v2.0.0 has no computing Flink; write computing: Eggroll or Spark or Spark_local");
    }

    @Test
    void withoutABackendTheDefaultEngineIsChosen() {
        assertThat(catalog.resolve("fate", "v1.5.0", Optional.empty())).isSameAs(EGGROLL);
        assertThat(select("v1.5.0", Map.of())).isSameAs(EGGROLL);
    }

    @Test
    void withoutABackendTheOnlyEngineIsChosen() {
        assertThat(catalog.resolve("fate", "v1.6.0", Optional.empty())).isSameAs(NEXT);
    }

    @Test
    void aChartWithoutEnginesNeedsNoBackend() {
        assertThat(catalog.resolve("fate-serving", "v2.0.0", Optional.empty())).isSameAs(SERVING);
    }

    @Test
    void theFoundReleaseHasItsEngine() {
        assertThat(catalog.find("fate", "v1.5.0", Optional.empty()).key())
                .isEqualTo(new ReleaseKey("fate", "v1.5.0", "eggroll"));
    }

    @Test
    void anUnknownReleaseListsWhatIsAvailable() {
        assertThat(unknown(catalog, "v9.9.9", Optional.empty()))
                .hasMessage("no plugin serves fate v9.9.9; available: fate v1.5.0 (eggroll), fate v1.5.0 (spark),"
                        + " fate v1.6.0 (spark), fate-serving v2.0.0; kubefate plugin list shows plugins that are disabled or"
                        + " rejected");
    }

    @Test
    void withoutPluginsNothingIsAvailable() {
        assertThat(unknown(PluginCatalog.empty(), "v1.5.0", Optional.empty()))
                .hasMessage("no plugin serves fate v1.5.0; available: none, no plugin is loaded;"
                        + " kubefate plugin list shows plugins that are disabled or rejected");
    }

    @Test
    void anUnknownBackendListsTheEngines() {
        assertThat(catchThrowableOfType(KubefateException.class, () -> select("v1.5.0", Map.of("backend", "Spark"))))
                .hasMessage("fate v1.5.0 has no backend Spark; write backend: eggroll or spark");
        assertThat(unknown(catalog, "v1.5.0", Optional.of("flink")))
                .hasMessage("fate v1.5.0 has no engine flink; available: fate v1.5.0 (eggroll), fate v1.5.0 (spark)");
    }

    @Test
    void theSchemaChecksKeysThatSelectNothing() {
        Map<String, Object> file = Map.of("chartName", "fate-serving", "chartVersion", "v2.0.0", "backend", "eggroll");

        assertThat(catalog.select(new ClusterSpec(file)).distribution()).isSameAs(SERVING);
    }

    @Test
    void severalEnginesWithoutADefaultNeedABackend() {
        PluginCatalog undecided = catalog(SPARK, distribution("fate", "v1.5.0", "flink", false));

        assertThat(unknown(undecided, "v1.5.0", Optional.empty()))
                .hasMessage("fate v1.5.0 runs on several engines, none of them the default;"
                        + " write backend: flink or spark");
    }

    @Test
    void severalDefaultsNeedABackend() {
        PluginCatalog undecided = catalog(EGGROLL, distribution("fate", "v1.5.0", "flink", true));

        assertThat(unknown(undecided, "v1.5.0", Optional.empty()))
                .hasMessage("fate v1.5.0 runs on several engines, several of them as the default;"
                        + " write backend: eggroll or flink");
    }

    @Test
    void releasesAreListedByName() {
        assertThat(catalog.releases())
                .extracting(release -> release.key().toString())
                .containsExactly(
                        "fate v1.5.0 (eggroll)", "fate v1.5.0 (spark)", "fate v1.6.0 (spark)", "fate-serving v2.0.0");
    }

    private LoadedDistribution select(String version, Map<String, Object> keys) {
        return select(catalog, version, keys);
    }

    private static LoadedDistribution select(PluginCatalog catalog, String version, Map<String, Object> keys) {
        Map<String, Object> file = new HashMap<>(Map.of("chartName", "fate", "chartVersion", version));
        file.putAll(keys);
        return catalog.select(new ClusterSpec(file)).distribution();
    }

    private static KubefateException unknown(PluginCatalog catalog, String version, Optional<String> backend) {
        KubefateException failure =
                catchThrowableOfType(KubefateException.class, () -> catalog.resolve("fate", version, backend));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_RELEASE);
        return failure;
    }

    private static PluginCatalog catalog(LoadedDistribution... distributions) {
        List<LoadedPlugin> plugins = Stream.of(distributions)
                .map(distribution -> new LoadedPlugin(
                        new PluginManifest(distribution.toString(), "1", "*", "", "", List.of()),
                        Optional.empty(),
                        Path.of("a.jar"),
                        Instant.EPOCH,
                        List.of(distribution)))
                .toList();
        return new PluginCatalog(plugins, List.of());
    }

    private static LoadedDistribution distribution(String name, String version, String engine, boolean isDefault) {
        return distribution(
                name, version, engine, isDefault, engine.isEmpty() ? Map.of() : Map.of("backend", Set.of(engine)));
    }

    private static LoadedDistribution distribution(
            String name, String version, String engine, boolean isDefault, Map<String, Set<String>> selectors) {
        Fixed fixed = new Fixed(new ReleaseKey(name, version, engine), isDefault, selectors);
        return new LoadedDistribution(fixed, new PluginGuard("demo", "1"), Map.of());
    }

    private record Fixed(ReleaseKey key, boolean defaultEngine, Map<String, Set<String>> selectors)
            implements EmptyDistribution {

        @Override
        public Map<String, Set<String>> selectors(ReleaseKey release) {
            return selectors;
        }

        @Override
        public Set<ReleaseKey> releases() {
            return Set.of(key);
        }
    }
}
