package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReference;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of a plugin's release in {@code docs/cluster-yaml}, which is generated from its schema:
 * {@code ./mvnw test -pl plugins/<plugin> -am -Ddocs.write=true} updates it.
 */
public abstract class ReferencePageContract {

    private static final Path PAGES = Path.of("../../docs/cluster-yaml");

    /** {@return the distribution under test; it serves one release} */
    protected abstract FateDistribution distribution();

    @Test
    void isGeneratedFromTheSchema() throws IOException {
        ReleaseKey release = onlyOne(distribution().releases());
        Path file = PAGES.resolve(fileName(release));
        String page = """
                # cluster.yaml of %s

                Generated from the schema of the plugin. A key without a value is absent. `[]` stands for each entry of a list, `*` for each key of a
                map. The default of a map applies if the whole map is absent. An unknown key is an error.

                %s""".formatted(release, new SpecReference(distribution().schema()).markdown());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, page);
        }

        assertThat(file).content().isEqualTo(page);
    }

    private static ReleaseKey onlyOne(Set<ReleaseKey> releases) {
        assertThat(releases).hasSize(1);
        return releases.iterator().next();
    }

    private static String fileName(ReleaseKey release) {
        return Stream.of(release.chartName(), release.chartVersion(), release.engine())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-", "", ".md"));
    }
}
