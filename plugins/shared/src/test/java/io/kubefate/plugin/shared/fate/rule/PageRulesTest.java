package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRulesTest {

    @Test
    void pagesShareAHostWithDifferentPaths() {
        assertThat(problems("""
                        ingress:
                          fateboard: {hosts: [{name: fate.example.org, path: /board}]}
                          client: {hosts: [{name: fate.example.org, path: /notebook}]}
                        """)).isEmpty();
    }

    @Test
    void twoPagesWithOneAddressAreRefused() {
        assertThat(problems("""
                        ingress:
                          fateboard: {hosts: [{name: fate.example.org}]}
                          client: {hosts: [{name: fate.example.org, path: /}]}
                        """)).containsExactly("ERROR ingress.client.hosts");
    }

    @Test
    void aPageOfAModuleThatIsOffHasNoEffect() {
        assertThat(problems("ingress: {pulsar: {hosts: [{name: pulsar.example.org}]}}\n"))
                .containsExactly("WARNING ingress.pulsar.hosts");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(PageRules.check(Clusters.onEggRoll(yaml)));
    }
}
