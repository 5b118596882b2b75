package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRulesTest {

    @Test
    void eachModuleHasItsOwnAddress() {
        assertThat(
                        problems(
                                "ingress: {servingProxy: {hosts: [{name: a}]}, servingAdmin: {hosts: [{name: a, path: /admin}]}}"))
                .isEmpty();
        assertThat(problems(
                        "ingress: {servingProxy: {hosts: [{name: a}]}, servingAdmin: {hosts: [{name: a, path: /}]}}"))
                .containsExactly("ERROR ingress.servingAdmin.hosts");
    }

    @Test
    void anAddressOfAModuleThatIsOffHasNoEffect() {
        assertThat(Clusters.summary(PageRules.check(
                        Clusters.of("modules: [servingProxy]\ningress: {servingAdmin: {hosts: [{name: a}]}}"))))
                .containsExactly("WARNING ingress.servingAdmin");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(PageRules.check(Clusters.whole(yaml)));
    }
}
