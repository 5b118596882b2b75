package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.fate15.model.PythonModel;
import io.kubefate.plugin.fate15.model.RabbitmqModel;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** FATE-Flow logs in to the deployed RabbitMQ with an account that it has. */
final class AccountRules {

    private AccountRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!Service.RABBITMQ.isUsedHere(spec)
                || isAccount(spec, "default_user", "default_pass")
                || isAccount(spec, "user", "password")) {
            return List.of();
        }
        boolean named = spec.text("python", "rabbitmq", "user").isPresent();
        return List.of(Problem.warning(
                "python.rabbitmq." + (named ? "user" : "password"),
                "and its counterpart are no account of the RabbitMQ that is deployed; write the same as"
                        + " rabbitmq.default_user and rabbitmq.default_pass, or remove both here"));
    }

    private static boolean isAccount(ClusterSpec spec, String userKey, String passwordKey) {
        return PythonModel.rabbitmqAccount(spec, "user").equals(RabbitmqModel.account(spec, userKey))
                && PythonModel.rabbitmqAccount(spec, "password").equals(RabbitmqModel.account(spec, passwordKey));
    }
}
