package io.kubefate.plugin.fatespark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new FateSparkDistribution().schema());

    @Test
    void takesEveryWayOfWritingAnAmount() {
        assertThat(problems("""
                        spark:
                          master: {replicas: "1", cpu: 1, memory: 1073741824}
                          worker: {replicas: 3, cpu: 0.5, memory: 1.5Gi, Image: "", ImageTag: }
                        """)).isEmpty();
        assertThat(problems("spark: {master: {cpu: '', memory: 512Mi}, worker: {cpu: 1500m, memory: 3G}}"))
                .isEmpty();
    }

    @Test
    void takesHalfAMap() {
        assertThat(problems("spark: {worker: }\nhdfs: {namenode: {nodeSelector: }}\nnginx: {nodeSelector: {a: b}}"))
                .isEmpty();
    }

    @Test
    void takesPartiesAsTextToo() {
        assertThat(problems("""
                        nginx: {route_table: {"10000": {proxy: [{host: a, port: "1"}]}, default: {proxy: []}}}
                        rabbitmq: {route_table: {"10000": {host: a, port: "1"}}}
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spark: {worker: {memory: 512MB}}                     | spark.worker.memory",
                "spark: {worker: {cpu: 2cores}}                       | spark.worker.cpu",
                "spark: {worker: {cpu: 0}}                            | spark.worker.cpu",
                "spark: {worker: {replicas: -1}}                      | spark.worker.replicas",
                "spark: {worker: {Image: 'a/b:1'}}                    | spark.worker.Image",
                "spark: {master: {flavour: a}}                        | spark.master.flavour",
                "nginx: {route_table: {x: {proxy: []}}}               | nginx.route_table.x",
                "nginx: {route_table: {1: {proxy: [{host: a}]}}}      | nginx.route_table.1.proxy[0].port",
                "nginx: {route_table: {1: {fateflow: [{port: 1}]}}}   | nginx.route_table.1.fateflow[0].host",
                "rabbitmq: {route_table: {1: {host: a}}}              | rabbitmq.route_table.1.port",
                "rabbitmq: {route_table: {default: {host: a, port: 1}}} | rabbitmq.route_table.default",
                "imagePullSecrets: [login]                            | imagePullSecrets[0]",
                "ingress: {fateboard: {hosts: [{name: 'https://a'}]}} | ingress.fateboard.hosts[0].name",
                "ingress: {python: {hosts: []}}                       | ingress.python"
            })
    void refusesWhatCannotBeMeant(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).containsExactly(path);
    }

    @Test
    void isForSparkAlone() {
        assertThat(validator.validate(Clusters.of("backend: eggroll")))
                .extracting(Problem::path)
                .containsExactly("backend");
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.onSpark(yaml));
    }
}
