package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineRulesTest {

    @ParameterizedTest
    @CsvSource({"Eggroll, Eggroll", "Spark, HDFS", "Spark_local, HDFS", "Spark_local, LocalFS"})
    void jobsReadTheTablesOfTheirEngine(String computing, String storage) {
        assertThat(problems("computing: %s\nstorage: %s\n".formatted(computing, storage)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Eggroll, HDFS", "Eggroll, LocalFS", "Spark, Eggroll", "Spark_local, Eggroll", "Spark, LocalFS"})
    void jobsDoNotReadTablesOfOtherEngines(String computing, String storage) {
        assertThat(problems("computing: %s\nstorage: %s\n".formatted(computing, storage)))
                .containsExactly("WARNING storage");
    }

    @ParameterizedTest
    @CsvSource({"Basic, CPU", "Basic, IPCL", "NN, CPU", "NN, GPU", "ALL, GPU"})
    void theseImagesArePublished(String algorithm, String device) {
        assertThat(problems("algorithm: %s\ndevice: %s\n".formatted(algorithm, device)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Basic, GPU", "NN, IPCL", "ALL, CPU", "ALL, IPCL"})
    void theseImagesAreNotPublished(String algorithm, String device) {
        String chosen = "algorithm: %s\ndevice: %s\n".formatted(algorithm, device);

        assertThat(problems(chosen)).containsExactly("WARNING device");
        assertThat(problems(chosen + "registry: registry.example.org/own\n")).isEmpty();
    }

    @Test
    void anExchangeHasNoEngine() {
        assertThat(EngineRules.check(Clusters.of("modules: [osx]\ncomputing: Spark\n")))
                .isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(EngineRules.check(Clusters.of("modules: [python]\n" + yaml)));
    }
}
