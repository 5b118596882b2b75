package io.kubefate.plugin.fate15;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.spec.SpecReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is generated from the schema: {@code ./mvnw test -pl plugins/fate-1.5 -am -Ddocs.write=true} writes it anew. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("../../docs/cluster-yaml.md");

    @Test
    void tellsWhatTheSchemaSays() throws IOException {
        String page = """
                # cluster.yaml

                Every key of chart `fate` v1.5.0 on EggRoll, generated from the plugin's schema. A key without a value counts as absent. `[]` stands for
                each entry of a list. A key that is not here is an error.

                """ + new SpecReference(new Fate15Distribution().schema()).markdown();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }
}
