package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.shared.RabbitMqAccount;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The account with which FATE-Flow logs in to the RabbitMQ of the module. */
final class AccountRules {

    private AccountRules() {}

    static List<Problem> check(ClusterSpec spec) {
        return Service.RABBITMQ.isUsedHere(spec) ? RabbitMqAccount.check(spec) : List.of();
    }
}
