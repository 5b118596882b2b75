package io.kubefate.plugin.fatespark.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

    @Test
    void fateFlowHasTheBrokersAccountUnlessItIsGivenAnother() {
        assertThat(problems("")).isEmpty();
        assertThat(problems("rabbitmq: {default_user: alice, default_pass: a}")).isEmpty();
    }

    @Test
    void eitherAccountOfTheBrokerWillDo() {
        assertThat(problems("""
                        python: {rabbitmq: {user: bob, password: b}}
                        rabbitmq: {default_user: alice, default_pass: a, user: bob, password: b}
                        """)).isEmpty();
    }

    @Test
    void anAccountThatTheBrokerDoesNotHaveIsTold() {
        assertThat(problems("python: {rabbitmq: {user: alice, password: a}}"))
                .containsExactly("WARNING python.rabbitmq.user");
        assertThat(problems("python: {rabbitmq: {password: a}}")).containsExactly("WARNING python.rabbitmq.password");
    }

    @Test
    void accountsOfABrokerOutsideAreNotKnown() {
        assertThat(problems("python: {rabbitmq: {host: mq.example.org, user: alice}}"))
                .isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(AccountRules.check(Clusters.onSpark(yaml)));
    }
}
