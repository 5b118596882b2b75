package io.kubefate.plugin.testing;

import io.kubefate.planning.render.TemplateSource;
import io.kubefate.plugin.testing.input.FilledSpecs;
import io.kubefate.plugin.testing.input.HostileValues;
import io.kubefate.plugin.testing.input.Places;
import io.kubefate.plugin.testing.object.CheckRules;
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
 * What the host relies on. A plugin's test class extends this and gives its distribution; its templates are read from the class
 * path, where they are as they will be in the jar.
 *
 * <p>A release that must deviate overrides the test and says why: {@code @Override @Test @Disabled("the reason")}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DistributionContract {

    private static final int RANDOM_INPUTS = 400;
    private static final long STANDARD_SEED = 9999;

    private RecordedTemplates templates;
    private Subject subject;
    private FilledSpecs filled;

    /** {@return the distribution under test, a new one or always the same} */
    protected abstract FateDistribution distribution();

    /** {@return where its templates are: on the class path, unless overridden} */
    protected TemplateSource templates() {
        return ClassPathRelease.templates(distribution());
    }

    /** {@return the folder with {@code clusters/} and {@code golden/}: {@code src/test/resources} of the project that is built} */
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
        subject = new Subject(ClassPathRelease.of(distribution(), templates));
        filled = subject.filled();
    }

    @Test
    protected void servesReleasesAndHasModulesOfDistinctNames() {
        none(DistributionRules.violations(distribution()));
    }

    @Test
    protected void itsExampleIsAcceptedWithoutAWarning() {
        none(subject.problems(subject.example()).stream()
                .map(problem -> "example.yaml " + problem.path() + ": " + problem.message())
                .toList());
    }

    @Test
    protected void itsSchemaKnowsItsReleasesAndModules() {
        none(new SchemaRules(subject).unlikeTheDistribution());
    }

    @Test
    protected void itsSchemaDescribesEveryKey() {
        none(new SchemaRules(subject).withoutDescription());
    }

    @Test
    protected void itsSchemaAcceptsItsOwnDefaults() {
        none(new SchemaRules(subject).refusedDefaults());
    }

    @Test
    protected void itsSchemaRefusesKeysThatItDoesNotKnow() {
        none(new SchemaRules(subject).openMaps(all()));
    }

    @Test
    protected void everyKeyOfItsSchemaCanBeTried() {
        none(filled.untried().stream()
                .map(place -> place + ": no value was found that schema and rules accept; give one in its \"examples\"")
                .toList());
    }

    @Test
    protected void everyCombinationOfModulesRendersObjectsThatFitTogether() {
        none(new Combinations(subject, richest()).violations());
    }

    @Test
    protected void whatAnObjectRefersToExistsWhenAllModulesAreOn() {
        none(Stream.concat(Stream.of(subject.whole()), richest().stream())
                .map(spec -> Subject.with(spec, "modules", subject.moduleNames()))
                .filter(subject::accepts)
                .flatMap(spec -> References.dangling(subject.objects(spec), texts(spec)).stream())
                .distinct()
                .toList());
    }

    @Test
    protected void imagesComeFromTheRegistryWithItsLoginAndPullPolicy() {
        none(new ImageTrial(subject, new UpgradeTrial(subject, upgradesFrom())).violations());
    }

    @Test
    protected void upgradesRunJobsThatTheHostCanWaitFor() {
        none(new UpgradeTrial(subject, upgradesFrom()).violations(all()));
    }

    /** Tries each hostile text as the value and as the key of whatever takes it, several texts at a time as the host does. */
    @Test
    protected void noTextOfAClusterYamlLeavesItsScalar() {
        none(HostileValues.texts().parallelStream()
                .flatMap(text -> all().stream().flatMap(spec -> HostileTrial.violations(subject, spec, text).stream()))
                .distinct()
                .toList());
    }

    /** Clusters are made at random from the schema; {@code -Dcontract.seed=NUMBER} makes others. */
    @Test
    protected void whateverTheSchemaAcceptsIsCheckedAndRendered() {
        long seed = Long.getLong("contract.seed", STANDARD_SEED);
        none(new RandomWalk(subject, all(), seed)
                .violations(RANDOM_INPUTS).stream()
                        .map(violation -> "seed " + seed + ": " + violation)
                        .toList());
    }

    @Test
    protected void itsChecksAreOfContainersThatTheClusterHas() {
        none(Stream.concat(all().stream(), Stream.of(subject.whole()).filter(subject::accepts))
                .flatMap(spec ->
                        CheckRules.violations(subject.distribution().checks(spec), subject.objects(spec)).stream())
                .distinct()
                .toList());
    }

    @Test
    protected void theModelHoldsPlainData() {
        none(all().stream()
                .flatMap(spec -> PlainModel.violations(subject.distribution().model(spec)).stream())
                .distinct()
                .toList());
    }

    @Test
    protected void theModelHasTheDefaultsOfItsSchema() {
        none(new DefaultRules(subject).violations());
    }

    @Test
    protected void renderingTwiceGivesTheSameWhereverItIsDone() {
        List<Object> here = rendered();
        List<Object> elsewhere = Turkey.call(this::rendered);
        none(
                here.equals(elsewhere)
                        ? templates.unsteady()
                        : List.of(
                                "two renderings differ, the second with another locale and time zone; use neither random, "
                                        + "clock nor environment, and Locale.ROOT where a locale is asked for"));
    }

    @Test
    protected void theOrderOfKeysMakesNoDifference() {
        none(all().stream()
                .flatMap(spec -> Equivalence.ofOrder(subject, spec).stream())
                .toList());
    }

    @Test
    protected void aKeyWithoutAValueCountsAsAbsent() {
        none(all().stream()
                .flatMap(spec -> Equivalence.ofAbsence(subject, spec).stream())
                .distinct()
                .toList());
    }

    /** Compares what the example and each file in {@code clusters/} render to; {@code -Dgolden.write=true} records it anew. */
    @Test
    protected void goldenFilesMatch() {
        none(new GoldenFiles(testResources(), Boolean.getBoolean("golden.write")).violations(subject));
    }

    private List<ClusterSpec> all() {
        return Stream.concat(Stream.of(subject.example()), filled.specs().stream())
                .toList();
    }

    /** The example, and the cluster with most keys. */
    private List<ClusterSpec> richest() {
        return all().stream().limit(2).toList();
    }

    private List<Object> rendered() {
        FateDistribution fresh = distribution();
        Subject again = new Subject(ClassPathRelease.of(fresh, templates));
        return all().stream().map(spec -> (Object) again.objects(spec)).toList();
    }

    private static Set<String> texts(ClusterSpec spec) {
        return Places.scalars(spec.values()).stream()
                .filter(path -> path.steps().size() > 1)
                .map(path -> String.valueOf(path.in(spec.values())))
                .collect(Collectors.toSet());
    }

    private static void none(List<String> violations) {
        Violations.none(violations);
    }
}
