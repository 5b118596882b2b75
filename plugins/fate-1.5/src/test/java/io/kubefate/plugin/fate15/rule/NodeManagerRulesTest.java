package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeManagerRulesTest {

    @Test
    void namesAreDistinct() {
        assertThat(problems("nodemanager: {count: 2, list: [{name: nodemanager-a}, {name: nodemanager-b}]}"))
                .isEmpty();
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThat(problems("nodemanager: {list: [{name: a}, {name: a}]}"))
                .containsExactly("ERROR nodemanager.list[1].name");
    }

    @Test
    void aListedOneMayNotBeCalledLikeACountedOne() {
        assertThat(problems("nodemanager: {count: 2, list: [{name: nodemanager-1}]}"))
                .containsExactly("ERROR nodemanager.list[0].name");
    }

    @Test
    void thereAreAtMostThreeHundredTogether() {
        assertThat(problems("nodemanager: {count: 299, list: [{name: a}]}")).isEmpty();
        assertThat(problems("nodemanager: {count: 300, list: [{name: a}]}")).containsExactly("ERROR nodemanager");
    }

    @Test
    void namesOfOtherPartsAreTaken() {
        assertThat(problems("nodemanager: {list: [{name: mysql}, {name: notebook}, {name: eggroll}]}"))
                .containsExactly(
                        "ERROR nodemanager.list[0].name",
                        "ERROR nodemanager.list[1].name",
                        "ERROR nodemanager.list[2].name");
    }

    @Test
    void namesOfOtherModulesAreTakenWhileTheyAreOn() {
        String named = "nodemanager: {list: [{name: spark-master}]}";

        assertThat(problems(named)).isEmpty();
        assertThat(Clusters.summary(NodeManagerRules.check(Clusters.onSpark(named))))
                .containsExactly("ERROR nodemanager.list[0].name");
    }

    @Test
    void withoutANodeManagerNothingComputes() {
        assertThat(problems("nodemanager: {count: 0}")).containsExactly("WARNING nodemanager");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(NodeManagerRules.check(Clusters.whole(yaml)));
    }
}
