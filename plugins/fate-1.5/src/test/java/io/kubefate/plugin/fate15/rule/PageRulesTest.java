package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRulesTest {

    @Test
    void eachHostLeadsToOnePage() {
        assertThat(problems("ingress: {fateboard: {hosts: [{name: a}, {name: b}]}, client: {hosts: [{name: c}]}}"))
                .isEmpty();
        assertThat(problems("ingress: {fateboard: {hosts: [{name: a}]}, client: {hosts: [{name: a}]}}"))
                .containsExactly("ERROR ingress.client.hosts");
    }

    @Test
    void hostsOfAPageThatIsNotThereAreTold() {
        assertThat(problems("ingress: {spark: {hosts: [{name: a}]}}")).containsExactly("WARNING ingress.spark.hosts");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(PageRules.check(Clusters.whole(yaml)));
    }
}
