package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

    @Test
    void fateFlowUsesTheAccountOfTheModule() {
        assertThat(problems("rabbitmq: {default_user: admin, default_pass: secret}\n"))
                .isEmpty();
        assertThat(problems("""
                        rabbitmq: {user: alice, password: secret}
                        python: {rabbitmq: {user: alice, password: secret}}
                        """)).isEmpty();
    }

    @Test
    void anAccountThatRabbitMqDoesNotHaveIsReported() {
        assertThat(problems("python: {rabbitmq: {user: bob}}\n")).containsExactly("WARNING python.rabbitmq.user");
        assertThat(problems("python: {rabbitmq: {password: other}}\n"))
                .containsExactly("WARNING python.rabbitmq.password");
    }

    @Test
    void anExternalRabbitMqHasItsOwn() {
        assertThat(problems("python: {rabbitmq: {host: rabbit.example.org, user: bob}}\n"))
                .isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(AccountRules.check(Clusters.onRabbitMq(yaml)));
    }
}
