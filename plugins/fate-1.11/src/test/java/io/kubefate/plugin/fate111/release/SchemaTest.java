package io.kubefate.plugin.fate111.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.plugin.shared.fate.ClusterFiles;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new Fate1112Distribution().schema());

    @Test
    void takesTheImagesOfSpark() {
        assertThat(problems("spark: {master: {Image: registry.example.org/spark-master, ImageTag: \"3.1\"}}\n"))
                .isEmpty();
    }

    @Test
    void takesBothSidesOfPolling() {
        assertThat(problems(
                        "rollsite: {polling: {enabled: true, type: client, server: {ip: a.example, port: 9370}}}\n"))
                .isEmpty();
        assertThat(problems("rollsite: {polling: {enabled: true, type: server, clientList: [{partID: 10000}]}}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modules: [osx]                                         | modules[0]",
                "federation: OSX                                        | federation",
                "backend: eggroll                                       | backend",
                "rollsite: {image: federatedai/eggroll}                 | rollsite.image",
                "rollsite: {polling: {type: exchange}}                  | rollsite.polling.type",
                "rollsite: {polling: {clientList: [{partyId: 1}]}}      | rollsite.polling.clientList[0].partyId",
                "spark: {master: {image: a/b}}                          | spark.master.image",
                "python: {dependent_distribution: maybe}                | python.dependent_distribution"
            })
    void refusesWhatCannotBeMeant(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).contains(path);
    }

    @ParameterizedTest
    @CsvSource({"'', 2, 4", "'nodemanager: {replicas: 3}', 2, 4", "'nodemanager: {sessionProcessorsPerNode: 8}', 8, 8"})
    void theSecondReleaseUsesMoreProcessors(String yaml, int first, int second) {
        assertThat(processors(Clusters.FIRST, yaml)).isEqualTo(String.valueOf(first));
        assertThat(processors(Clusters.SECOND, yaml)).isEqualTo(String.valueOf(second));
    }

    private static String processors(ClusterFiles files, String yaml) {
        return files.onEggRoll(yaml)
                .withDefaults()
                .text("nodemanager", "sessionProcessorsPerNode")
                .orElseThrow();
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.SECOND.of(yaml));
    }
}
