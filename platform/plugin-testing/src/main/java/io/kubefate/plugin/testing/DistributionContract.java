package io.kubefate.plugin.testing;

import io.kubefate.planning.render.TemplateSource;
import io.kubefate.plugin.testing.input.FilledSpecs;
import io.kubefate.plugin.testing.input.InjectionTexts;
import io.kubefate.plugin.testing.input.SpecPaths;
import io.kubefate.plugin.testing.object.CheckRules;
import io.kubefate.plugin.testing.object.FederationRules;
import io.kubefate.plugin.testing.object.References;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract between host and plugins. The test class of a plugin extends it and returns its distribution; the templates are on the class
 * path as in the jar.
 *
 * <p>A release that must deviate overrides a test with {@code @Override @Test @Disabled("the reason")}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DistributionContract {

    private static final int RANDOM_INPUTS = 400;
    private static final long STANDARD_SEED = 9999;

    private RecordedTemplates templates;
    private TestedDistribution tested;
    private FilledSpecs filled;

    /** {@return the distribution under test, which may be a new object} */
    protected abstract FateDistribution distribution();

    /** {@return its templates, by default on the class path} */
    protected TemplateSource templates() {
        return ClassPathRelease.templates(distribution());
    }

    /** {@return the folder with {@code clusters/} and {@code golden/}, by default {@code src/test/resources}} */
    protected Path testResources() {
        return Path.of("src", "test", "resources");
    }

    /** {@return the releases from which this distribution must allow an upgrade} */
    protected Set<ReleaseKey> upgradesFrom() {
        return Set.of();
    }

    @BeforeAll
    final void readDistribution() {
        templates = new RecordedTemplates(templates());
        tested = new TestedDistribution(ClassPathRelease.of(distribution(), templates));
        filled = tested.filled();
    }

    @Test
    protected void servesReleasesAndHasModulesOfDistinctNames() {
        none(DistributionRules.violations(distribution()));
    }

    @Test
    protected void itsExampleIsAcceptedWithoutAWarning() {
        none(tested.problems(tested.example()).stream()
                .map(problem -> "example.yaml " + problem.path() + ": " + problem.message())
                .toList());
    }

    @Test
    protected void itsSchemaKnowsItsReleasesAndModules() {
        none(new SchemaRules(tested).unlikeTheDistribution());
    }

    @Test
    protected void itsSchemaDescribesEveryKey() {
        none(new SchemaRules(tested).withoutDescription());
    }

    @Test
    protected void itsSchemaAcceptsItsOwnDefaults() {
        none(new SchemaRules(tested).refusedDefaults());
    }

    @Test
    protected void itsSchemaRefusesKeysThatItDoesNotKnow() {
        none(new SchemaRules(tested).openMaps(all()));
    }

    @Test
    protected void everyKeyOfItsSchemaCanBeTried() {
        none(filled.untried().stream()
                .map(place -> place + ": found no value that schema and rules accept; add one to its \"examples\"")
                .toList());
    }

    @Test
    protected void everyCombinationOfModulesRendersObjectsThatFitTogether() {
        none(new Combinations(tested, richest()).violations());
    }

    @Test
    protected void whatAnObjectRefersToExistsWhenAllModulesAreOn() {
        none(Stream.concat(Stream.of(tested.whole()), richest().stream())
                .map(spec -> TestedDistribution.with(spec, "modules", tested.moduleNames()))
                .filter(tested::accepts)
                .flatMap(spec -> References.dangling(tested.objects(spec), texts(spec)).stream())
                .distinct()
                .toList());
    }

    @Test
    protected void imagesComeFromTheRegistryWithItsLoginAndPullPolicy() {
        none(new ImageSourceRules(tested, new UpgradeRules(tested, upgradesFrom())).violations());
    }

    @Test
    protected void upgradesRunJobsThatTheHostCanWaitFor() {
        none(new UpgradeRules(tested, upgradesFrom()).violations(all()));
    }

    /** Writes each injection text to values and keys, several texts in parallel as in the host. */
    @Test
    protected void noTextOfAClusterYamlLeavesItsScalar() {
        none(InjectionTexts.texts().parallelStream()
                .flatMap(text -> all().stream().flatMap(spec -> InjectionRules.violations(tested, spec, text).stream()))
                .distinct()
                .toList());
    }

    /** Random clusters of the schema; {@code -Dcontract.seed=NUMBER} selects others. */
    @Test
    protected void whateverTheSchemaAcceptsIsCheckedAndRendered() {
        long seed = Long.getLong("contract.seed", STANDARD_SEED);
        none(new RandomSpecRules(tested, all(), seed)
                .violations(RANDOM_INPUTS).stream()
                        .map(violation -> "seed " + seed + ": " + violation)
                        .toList());
    }

    @Test
    protected void itsChecksAreOfContainersThatTheClusterHas() {
        none(Stream.concat(all().stream(), Stream.of(tested.whole()).filter(tested::accepts))
                .flatMap(spec ->
                        CheckRules.violations(tested.distribution().checks(spec), tested.objects(spec)).stream())
                .distinct()
                .toList());
    }

    @Test
    protected void itsFederationIsThatOfTheCluster() {
        none(Stream.concat(all().stream(), Stream.of(tested.whole()).filter(tested::accepts))
                .flatMap(spec -> tested.distribution().federation(spec).stream()
                        .flatMap(member -> FederationRules.violations(member, spec, tested.objects(spec)).stream()))
                .distinct()
                .toList());
    }

    @Test
    protected void theModelHoldsPlainData() {
        none(all().stream()
                .flatMap(spec -> PlainModel.violations(tested.distribution().model(spec)).stream())
                .distinct()
                .toList());
    }

    @Test
    protected void theModelHasTheDefaultsOfItsSchema() {
        none(new DefaultRules(tested).violations());
    }

    @Test
    protected void renderingTwiceGivesTheSameWhereverItIsDone() {
        List<Object> here = rendered();
        List<Object> elsewhere = OtherLocale.call(this::rendered);
        none(
                here.equals(elsewhere)
                        ? templates.unsteady()
                        : List.of(
                                "two renderings with different locale and time zone differ; do not use random values, "
                                        + "clock or environment, and use Locale.ROOT"));
    }

    @Test
    protected void theOrderOfKeysMakesNoDifference() {
        none(all().stream()
                .flatMap(spec -> Equivalence.ofOrder(tested, spec).stream())
                .toList());
    }

    @Test
    protected void aKeyWithoutAValueCountsAsAbsent() {
        none(all().parallelStream()
                .flatMap(spec -> Equivalence.ofAbsence(tested, spec).stream())
                .distinct()
                .toList());
    }

    /** Compares the objects of the example and of each file in {@code clusters/}; {@code -Dgolden.write=true} records them. */
    @Test
    protected void goldenFilesMatch() {
        none(new GoldenFiles(testResources(), Boolean.getBoolean("golden.write")).violations(tested));
    }

    private List<ClusterSpec> all() {
        return Stream.concat(Stream.of(tested.example()), filled.specs().stream())
                .toList();
    }

    /** The example, and the cluster with the most keys. */
    private List<ClusterSpec> richest() {
        return all().stream().limit(2).toList();
    }

    private List<Object> rendered() {
        FateDistribution fresh = distribution();
        TestedDistribution again = new TestedDistribution(ClassPathRelease.of(fresh, templates));
        return all().stream().map(spec -> (Object) again.objects(spec)).toList();
    }

    private static Set<String> texts(ClusterSpec spec) {
        return SpecPaths.scalars(spec.values()).stream()
                .filter(path -> path.steps().size() > 1)
                .map(path -> String.valueOf(path.in(spec.values())))
                .collect(Collectors.toSet());
    }

    private static void none(List<String> violations) {
        Violations.none(violations);
    }
}
