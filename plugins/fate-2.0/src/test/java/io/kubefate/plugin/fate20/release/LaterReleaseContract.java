package io.kubefate.plugin.fate20.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.plugin.testing.DistributionContract;
import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * The contract of a release that has the keys and templates of another one, whose tests try every key. Instead of all objects,
 * {@code <version>/objects.diff} records the lines in which the objects of their examples differ.
 */
abstract class LaterReleaseContract extends DistributionContract {

    private static final String SAME =
            "takes half a minute, and keys and templates are those of the release that it resembles";

    private final FateDistribution release;
    private final FateDistribution known;
    private final Set<ReleaseKey> earlier;

    /**
     * Creates the contract.
     *
     * @param release the release under test
     * @param known the release that it resembles
     * @param earlier the chart versions whose clusters can be upgraded
     */
    LaterReleaseContract(FateDistribution release, FateDistribution known, String... earlier) {
        this.release = release;
        this.known = known;
        this.earlier = Arrays.stream(earlier)
                .map(version -> new ReleaseKey("fate", version, ""))
                .collect(Collectors.toSet());
    }

    @Override
    protected final FateDistribution distribution() {
        return release;
    }

    @Override
    protected final Set<ReleaseKey> upgradesFrom() {
        return earlier;
    }

    @Override
    @Test
    protected void goldenFilesMatch() {
        Stream<String> gone = missing(objects(release), objects(known)).map("-"::concat);
        Stream<String> added = missing(objects(known), objects(release)).map("+"::concat);

        recorded(
                Path.of("src/test/resources", version(release), "objects.diff"),
                Stream.concat(gone, added).collect(Collectors.joining("\n", "", "\n")),
                "golden.write");
    }

    @Override
    @Test
    @Disabled(SAME)
    protected void noTextOfAClusterYamlLeavesItsScalar() {}

    @Override
    @Test
    @Disabled(SAME)
    protected void aKeyWithoutAValueCountsAsAbsent() {}

    FateDistribution release() {
        return release;
    }

    FateDistribution known() {
        return known;
    }

    static String version(FateDistribution distribution) {
        return distribution.releases().iterator().next().chartVersion();
    }

    /** {@return the lines of the second list that the first one does not have} */
    static Stream<String> missing(List<String> first, List<String> second) {
        return second.stream().filter(line -> !first.contains(line)).distinct();
    }

    /** Compares a text with a file, or writes it there if a system property is set. */
    static void recorded(Path file, String text, String writeProperty) {
        try {
            if (Boolean.getBoolean(writeProperty)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new AssertionError("cannot write " + file, e);
        }
        assertThat(file).content().isEqualTo(text);
    }

    private static List<String> objects(FateDistribution distribution) {
        RenderedCluster example = RenderedCluster.of(distribution, Clusters.read(distribution.example()));
        return ManifestWriter.yaml(example.objects()).lines().map(String::strip).toList();
    }
}
