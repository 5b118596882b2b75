package io.kubefate.plugin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kubefate.server.engine.Planner;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.spec.SpecReader;
import io.kubefate.server.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the host relies on. A plugin's test class extends this and gives its distribution; its templates are read from the class
 * path, where they are as they will be in the jar.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DistributionContract {

    private final Planner planner = new Planner();

    /** {@return the distribution under test, a new one or always the same} */
    protected abstract FateDistribution distribution();

    @Test
    void servesAReleaseAndHasModulesOfDistinctNames() {
        assertThat(distribution().releases()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.chartName()).isNotBlank();
            assertThat(key.chartVersion()).startsWith("v");
        });
        assertThat(distribution().modules()).isNotEmpty();
        assertThat(distribution().modules().stream().map(ModuleSpec::name)).doesNotHaveDuplicates();
    }

    @Test
    void itsExampleIsAcceptedByItsSchemaAndRules() {
        ClusterSpec example = example();

        assertThat(new SpecValidator(distribution().schema()).validate(example)).isEmpty();
        assertThat(distribution().validate(example))
                .filteredOn(Problem::isError)
                .isEmpty();
        assertThat(distribution().releases().stream().map(ReleaseKey::chartVersion))
                .contains(example.chartVersion());
    }

    @Test
    void itsSchemaRefusesAKeyThatItDoesNotKnow() {
        ClusterSpec spec = with(example(), "no-such-key-in-any-release", "x");

        assertThat(new SpecValidator(distribution().schema()).validate(spec))
                .extracting(Problem::path)
                .contains("no-such-key-in-any-release");
    }

    @ParameterizedTest
    @MethodSource("moduleCombinations")
    void everyCombinationOfModulesRendersObjectsThatFitTogether(Set<String> modules) {
        ClusterSpec spec = with(example(), "modules", List.copyOf(modules));

        List<Manifest> objects = render(spec);

        assertThat(ObjectRules.violations(objects, spec.namespace())).isEmpty();
    }

    @Test
    void whatAnObjectRefersToExistsWhenAllModulesAreOn() {
        ClusterSpec spec = with(example(), "modules", moduleNames().stream().toList());

        assertThat(References.dangling(render(spec))).isEmpty();
    }

    @Test
    void renderingTwiceGivesTheSame() {
        assertThat(render(example())).isEqualTo(render(example()));
    }

    /** Values that end scalars, begin objects or look like something else in one of the file types. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "a'b",
                "a\\b",
                "a: b",
                "a # b",
                "- a",
                "{a: b}",
                "${1+1}",
                "<#list 1..9 as i>",
                "a\u2028b",
                "a\u0085b",
                "true",
                "1e3",
                "%s",
                "$(id)",
                "`id`"
            })
    void noTextOfAClusterYamlLeavesItsScalar(String hostile) {
        List<Manifest> plain = render(example());
        for (String path : Texts.paths(example().values())) {
            ClusterSpec spec = new ClusterSpec(Texts.replace(example().values(), path, hostile));
            if (isRefused(spec)) {
                continue;
            }
            assertThat(Shapes.of(render(spec)))
                    .as("with %s in %s", hostile, path)
                    .isEqualTo(Shapes.of(plain));
        }
    }

    @Test
    void aClusterYamlOfNothingButItsIdentityDoesNotMakeItThrow() {
        ClusterSpec bare = new ClusterSpec(Map.of(
                "name",
                "bare",
                "namespace",
                "bare",
                "partyId",
                9999,
                "chartName",
                example().chartName(),
                "chartVersion",
                example().chartVersion()));

        assertThatCode(() -> distribution().validate(bare)).doesNotThrowAnyException();
    }

    /** {@return every set of this distribution's modules} */
    protected Stream<Set<String>> moduleCombinations() {
        List<String> names = List.copyOf(moduleNames());
        return Stream.iterate(0, mask -> mask + 1).limit(1L << names.size()).map(mask -> subset(names, mask));
    }

    private static Set<String> subset(List<String> names, int mask) {
        Set<String> subset = new TreeSet<>();
        for (int index = 0; index < names.size(); index++) {
            if ((mask & (1 << index)) != 0) {
                subset.add(names.get(index));
            }
        }
        return subset;
    }

    private Set<String> moduleNames() {
        return new TreeSet<>(
                distribution().modules().stream().map(ModuleSpec::name).toList());
    }

    private boolean isRefused(ClusterSpec spec) {
        return !new SpecValidator(distribution().schema()).validate(spec).isEmpty()
                || distribution().validate(spec).stream().anyMatch(Problem::isError);
    }

    private List<Manifest> render(ClusterSpec spec) {
        return planner.desired(ClassPathRelease.of(distribution()), spec);
    }

    private ClusterSpec example() {
        return new SpecReader().read(distribution().example()).spec();
    }

    private static ClusterSpec with(ClusterSpec spec, String key, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(spec.values());
        values.put(key, value);
        return new ClusterSpec(values);
    }
}
