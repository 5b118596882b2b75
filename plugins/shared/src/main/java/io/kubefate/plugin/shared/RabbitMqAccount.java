package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** The account with which FATE-Flow logs in to RabbitMQ. */
public final class RabbitMqAccount {

    /** Default user and password of an external RabbitMQ. */
    private static final String EXTERNAL = "fate";

    private RabbitMqAccount() {}

    /**
     * Returns the user or password with which FATE-Flow logs in.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param key {@code user} or {@code password}
     * @return the given value, else that of the module {@code rabbitmq}
     */
    public static String of(ClusterSpec spec, String key) {
        String standard = spec.hasModule("rabbitmq")
                ? Required.text(spec, "rabbitmq", key.equals("user") ? "default_user" : "default_pass")
                : EXTERNAL;
        return spec.text("python", "rabbitmq", key).orElse(standard);
    }

    /** Warns about an account that the module {@code rabbitmq} does not have. */
    public static List<Problem> check(ClusterSpec spec) {
        if (isAccount(spec, "default_user", "default_pass") || isAccount(spec, "user", "password")) {
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
        return of(complete, "user").equals(Required.text(complete, "rabbitmq", userKey))
                && of(complete, "password").equals(Required.text(complete, "rabbitmq", passwordKey));
    }
}
