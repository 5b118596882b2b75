package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.model.PythonModel;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The account with which FATE-Flow logs in to the RabbitMQ of the module. */
final class AccountRules {

    private AccountRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!UsedService.RABBITMQ.isUsedHere(spec)
                || isAccount(spec, "default_user", "default_pass")
                || isAccount(spec, "user", "password")) {
            return List.of();
        }
        boolean named = spec.text("python", "rabbitmq", "user").isPresent();
        return List.of(Problem.warning(
                "python.rabbitmq." + (named ? "user" : "password"),
                "does not match an account of the module rabbitmq; set python.rabbitmq.user and password to"
                        + " rabbitmq.default_user and rabbitmq.default_pass, or remove both"));
    }

    private static boolean isAccount(ClusterSpec spec, String userKey, String passwordKey) {
        ClusterSpec complete = spec.withDefaults();
        return PythonModel.rabbitmqAccount(complete, "user").equals(Required.text(complete, "rabbitmq", userKey))
                && PythonModel.rabbitmqAccount(complete, "password")
                        .equals(Required.text(complete, "rabbitmq", passwordKey));
    }
}
