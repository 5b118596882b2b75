package io.kubefate.plugin.testing;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.testing.input.FilledSpecs;
import io.kubefate.plugin.testing.input.SchemaPlaces;
import io.kubefate.plugin.testing.object.ObjectSet;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distribution under test as the host uses it, with its defaults, parsed templates and compiled schema. */
final class TestedDistribution {

    private static final List<String> IDENTITY = List.of("name", "namespace", "chartName", "chartVersion", "partyId");

    private final FateDistribution distribution;
    private final ReleaseRenderer renderer;
    private final SpecValidator validator;
    private final SchemaPlaces schema;
    private final ClusterSpec example;

    TestedDistribution(ReleaseRenderer renderer) {
        this.renderer = renderer;
        this.distribution = renderer.distribution();
        this.validator = new SpecValidator(distribution.schema());
        this.schema = new SchemaPlaces(distribution.schema());
        this.example = new SpecReader().read(distribution.example()).spec();
    }

    FateDistribution distribution() {
        return distribution;
    }

    SchemaPlaces schema() {
        return schema;
    }

    ClusterSpec example() {
        return example;
    }

    List<String> moduleNames() {
        return distribution.modules().stream().map(ModuleSpec::name).toList();
    }

    /** {@return the example with all modules} */
    ClusterSpec whole() {
        return with(example, "modules", moduleNames());
    }

    /** {@return the example with all modules or, if some exclude each other, with all but one} */
    List<ClusterSpec> mostModules() {
        if (accepts(whole())) {
            return List.of(whole());
        }
        List<ClusterSpec> accepted = withoutOne().filter(this::accepts).toList();
        return accepted.isEmpty() ? List.of(whole()) : accepted;
    }

    /** {@return the problems in the schema} */
    List<Problem> schemaProblems(ClusterSpec spec) {
        return validator.validate(spec);
    }

    /** {@return the problems of the schema or, without any, of the rules} */
    List<Problem> problems(ClusterSpec spec) {
        List<Problem> refused = schemaProblems(spec);
        return refused.isEmpty() ? distribution.validate(spec) : refused;
    }

    /** {@return the errors, which reject the cluster} */
    List<Problem> errors(ClusterSpec spec) {
        return problems(spec).stream().filter(Problem::isError).toList();
    }

    boolean accepts(ClusterSpec spec) {
        return errors(spec).isEmpty();
    }

    List<Manifest> render(ClusterSpec spec) {
        return renderer.objects(spec);
    }

    /** {@return the Jobs that run before the objects are applied} */
    List<Manifest> steps(ClusterSpec spec, List<String> stepTemplates) {
        return renderer.steps(spec, stepTemplates);
    }

    ObjectSet objects(ClusterSpec spec) {
        return new ObjectSet(spec.namespace(), render(spec));
    }

    /** {@return the required keys, with the values of the example} */
    ClusterSpec identity() {
        Map<String, Object> values = new LinkedHashMap<>();
        Stream.concat(IDENTITY.stream(), schema.root().required().stream())
                .filter(key -> example.values().get(key) != null)
                .forEach(key -> values.put(key, example.values().get(key)));
        return new ClusterSpec(values);
    }

    /** Clusters that together have every key of the schema. For keys that exclude a module, some clusters omit one module. */
    FilledSpecs filled() {
        List<ClusterSpec> starts = Stream.of(
                        Stream.of(whole(), example),
                        withoutOne(),
                        Stream.of(with(identity(), "modules", moduleNames()), identity()))
                .flatMap(specs -> specs)
                .toList();
        return FilledSpecs.of(schema, this::acceptsQuietly, starts);
    }

    private Stream<ClusterSpec> withoutOne() {
        return moduleNames().stream()
                .map(name -> with(
                        example,
                        "modules",
                        moduleNames().stream()
                                .filter(other -> !other.equals(name))
                                .toList()));
    }

    /** Another test reports rules that throw. */
    private boolean acceptsQuietly(ClusterSpec spec) {
        try {
            return accepts(spec);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    static ClusterSpec with(ClusterSpec spec, String key, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(spec.values());
        values.put(key, value);
        return new ClusterSpec(values);
    }
}
