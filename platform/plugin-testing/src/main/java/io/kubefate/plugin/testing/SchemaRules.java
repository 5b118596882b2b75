package io.kubefate.plugin.testing;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.plugin.testing.input.SchemaPlace;
import io.kubefate.plugin.testing.input.SpecPath;
import io.kubefate.plugin.testing.input.SpecPaths;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Rules for the schema. */
final class SchemaRules {

    private static final String UNKNOWN = "no-such-key-in-any-release";

    private final TestedDistribution tested;

    SchemaRules(TestedDistribution tested) {
        this.tested = tested;
    }

    /** {@return the keys without a description} */
    List<String> withoutDescription() {
        return places().filter(place ->
                        !place.isElement() && place.node().description().isBlank())
                .map(place -> place.name() + ": has no description; the reference shows it")
                .toList();
    }

    /** {@return the defaults that the schema rejects} */
    List<String> refusedDefaults() {
        return places().flatMap(place -> place.node().all("default").stream()
                        .map(SchemaDefaults::data)
                        .filter(Objects::nonNull)
                        .filter(value -> !tested.schema().accepts(place, value))
                        .map(value -> place.name() + ": rejects its own default " + value + "; correct one of them"))
                .toList();
    }

    /** {@return the maps that accept any key} */
    List<String> openMaps(List<ClusterSpec> specs) {
        return specs.stream()
                .flatMap(spec -> SpecPaths.maps(spec.values()).stream()
                        .filter(this::namesItsKeys)
                        .filter(path -> acceptsUnknown(spec, path))
                        .map(path -> (path.steps().isEmpty() ? "the whole file" : path)
                                + ": accepts an unknown key; add \"additionalProperties\": false"))
                .distinct()
                .toList();
    }

    /** {@return releases and modules that the schema does not have, and whether it accepts others} */
    List<String> unlikeTheDistribution() {
        Stream<String> releases = tested.distribution().releases().stream()
                .filter(key -> !tested.schemaProblems(of(key)).isEmpty())
                .map(key -> "releases() has " + key + ", which the schema rejects: " + tested.schemaProblems(of(key)));
        Stream<String> modules = tested.moduleNames().stream()
                .filter(name -> refuses(name))
                .map(name -> "modules() has " + name + ", which the schema rejects under modules; add it to the enum");
        Stream<String> others = refuses(UNKNOWN)
                ? Stream.empty()
                : Stream.of("modules: accepts a module that modules() does not have; list the modules in an enum");
        return Stream.of(releases, modules, others).flatMap(found -> found).toList();
    }

    private Stream<SchemaPlace> places() {
        return tested.schema().all().stream();
    }

    private boolean namesItsKeys(SpecPath path) {
        return path.steps().isEmpty()
                || tested.schema()
                        .place(path)
                        .filter(place -> !place.node().properties().isEmpty()
                                && place.node().additional().isEmpty())
                        .isPresent();
    }

    private boolean acceptsUnknown(ClusterSpec spec, SpecPath map) {
        Map<String, Object> longer = map.then(UNKNOWN).put(spec.values(), "x");
        return tested.schemaProblems(new ClusterSpec(longer)).stream()
                .map(Problem::path)
                .noneMatch(path -> path.endsWith(UNKNOWN));
    }

    private boolean refuses(String module) {
        return !tested.schemaProblems(TestedDistribution.with(tested.example(), "modules", List.of(module)))
                .isEmpty();
    }

    private ClusterSpec of(ReleaseKey key) {
        Map<String, Object> values = new LinkedHashMap<>(tested.example().values());
        values.put("chartName", key.chartName());
        values.put("chartVersion", key.chartVersion());
        tested.distribution()
                .selectors(key)
                .forEach((selector, accepted) ->
                        accepted.stream().sorted().findFirst().ifPresent(value -> values.put(selector, value)));
        return new ClusterSpec(values);
    }
}
