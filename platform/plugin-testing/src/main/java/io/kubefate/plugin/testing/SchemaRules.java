package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.input.Places;
import io.kubefate.plugin.testing.input.Samples;
import io.kubefate.plugin.testing.input.SchemaPlace;
import io.kubefate.plugin.testing.input.SpecPath;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What holds for the schema itself. */
final class SchemaRules {

    private static final String UNKNOWN = "no-such-key-in-any-release";

    private final Subject subject;

    SchemaRules(Subject subject) {
        this.subject = subject;
    }

    /** {@return the keys that tell nobody what they are for} */
    List<String> withoutDescription() {
        return places().filter(place ->
                        !place.isElement() && place.node().description().isBlank())
                .map(place -> place.name() + ": has no description; the reference and the web forms show it")
                .toList();
    }

    /** {@return the defaults that the schema refuses where it promises them} */
    List<String> refusedDefaults() {
        return places().flatMap(place -> place.node().all("default").stream()
                        .map(Samples::data)
                        .filter(Objects::nonNull)
                        .filter(value -> !subject.schema().accepts(place, value))
                        .map(value -> place.name() + ": refuses its own default " + value + "; mend one of them"))
                .toList();
    }

    /** {@return the maps that accept any key} */
    List<String> openMaps(List<ClusterSpec> specs) {
        return specs.stream()
                .flatMap(spec -> Places.maps(spec.values()).stream()
                        .filter(this::namesItsKeys)
                        .filter(path -> acceptsUnknown(spec, path))
                        .map(path -> (path.steps().isEmpty() ? "the whole file" : path)
                                + ": accepts a key that it does not know; add \"additionalProperties\": false"))
                .distinct()
                .toList();
    }

    /** {@return releases and modules that the schema does not know, and whether it knows others} */
    List<String> unlikeTheDistribution() {
        Stream<String> releases = subject.distribution().releases().stream()
                .filter(key -> !subject.schemaProblems(of(key)).isEmpty())
                .map(key -> "releases() has " + key + ", which the schema refuses: " + subject.schemaProblems(of(key)));
        Stream<String> modules = subject.moduleNames().stream()
                .filter(name -> refuses(name))
                .map(name -> "modules() has " + name + ", which the schema refuses under modules; add it to the enum");
        Stream<String> others = refuses(UNKNOWN)
                ? Stream.empty()
                : Stream.of("modules: accepts a module that modules() does not have; list the modules as an enum");
        return Stream.of(releases, modules, others).flatMap(found -> found).toList();
    }

    private Stream<SchemaPlace> places() {
        return subject.schema().all().stream();
    }

    private boolean namesItsKeys(SpecPath path) {
        return path.steps().isEmpty()
                || subject.schema()
                        .place(path)
                        .filter(place -> !place.node().properties().isEmpty()
                                && place.node().additional().isEmpty())
                        .isPresent();
    }

    private boolean acceptsUnknown(ClusterSpec spec, SpecPath map) {
        Map<String, Object> longer = map.then(UNKNOWN).put(spec.values(), "x");
        return subject.schemaProblems(new ClusterSpec(longer)).stream()
                .map(Problem::path)
                .noneMatch(path -> path.endsWith(UNKNOWN));
    }

    private boolean refuses(String module) {
        return !subject.schemaProblems(Subject.with(subject.example(), "modules", List.of(module)))
                .isEmpty();
    }

    private ClusterSpec of(ReleaseKey key) {
        Map<String, Object> values = new LinkedHashMap<>(subject.example().values());
        values.put("chartName", key.chartName());
        values.put("chartVersion", key.chartVersion());
        subject.distribution()
                .selectors(key)
                .forEach((selector, accepted) ->
                        accepted.stream().sorted().findFirst().ifPresent(value -> values.put(selector, value)));
        return new ClusterSpec(values);
    }
}
