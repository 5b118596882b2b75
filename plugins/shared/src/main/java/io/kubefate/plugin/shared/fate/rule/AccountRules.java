package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.RabbitMqAccount;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The account with which FATE-Flow logs in to the RabbitMQ of the module. */
final class AccountRules {

    private AccountRules() {}

    static List<Problem> check(ClusterSpec spec) {
        return UsedService.RABBITMQ.isUsedHere(spec) ? RabbitMqAccount.check(spec) : List.of();
    }
}
