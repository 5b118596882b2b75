package io.kubefate.plugin.fateserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is generated from the schema: {@code ./mvnw test -pl plugins/fate-serving -am -Ddocs.write=true} updates it. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("../../docs/cluster-yaml/fate-serving-v2.0.0.md");

    @Test
    void isGeneratedFromTheSchema() throws IOException {
        String page = """
                # cluster.yaml of chart fate-serving v2.0.0

                Generated from the schema of the plugin. A key without a value is absent. `[]` stands for each entry of a list. The default of a
                map applies if the whole map is absent. An unknown key is an error. The
                [user guide](../user-guide.md#connect-fate-and-fate-serving) describes how to connect it to a FATE cluster.

                """ + new SpecReference(new FateServingDistribution().schema()).markdown();
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }
}
