package io.kubefate.plugin.fateserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is generated from the schema: {@code ./mvnw test -pl plugins/fate-serving -am -Ddocs.write=true} writes it anew. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("../../docs/cluster-yaml/fate-serving-v2.0.0.md");

    @Test
    void tellsWhatTheSchemaSays() throws IOException {
        String page = """
                # cluster.yaml of chart fate-serving v2.0.0

                Every key of FATE-Serving 2.0.0, generated from the plugin's schema. A key without a value counts as absent. `[]` stands for
                each entry of a list. A key that is not here is an error. How it is connected to a FATE cluster is in the
                [user guide](../user-guide.md#connect-fate-and-fate-serving).

                """ + new SpecReference(new FateServingDistribution().schema()).markdown();
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }
}
