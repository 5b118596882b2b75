package io.kubefate.plugin.fate20.release;

import io.kubefate.planning.spec.SpecReference;
import io.kubefate.spi.FateDistribution;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of a release with the keys of another one, whose page in {@code docs/cluster-yaml} has only the keys that differ. */
abstract class PatchReleaseContract extends LaterReleaseContract {

    PatchReleaseContract(FateDistribution release, FateDistribution known, String... earlier) {
        super(release, known, earlier);
    }

    @Test
    void itsPageHasTheKeysThatDiffer() {
        String page = """
                # cluster.yaml of fate %s

                Generated from the schema of the plugin. All keys are those of [fate %s](fate-%s.md), except:

                | key | type | default | meaning |
                |---|---|---|---|
                """.formatted(version(release()), version(known()), version(known()));

        recorded(
                Path.of("../../docs/cluster-yaml", "fate-" + version(release()) + ".md"),
                page + missing(keys(known()), keys(release())).collect(Collectors.joining("\n", "", "\n")),
                "docs.write");
    }

    private static List<String> keys(FateDistribution distribution) {
        return new SpecReference(distribution.schema()).markdown().lines().toList();
    }
}
