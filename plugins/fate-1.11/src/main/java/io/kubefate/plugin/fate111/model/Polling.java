package io.kubefate.plugin.fate111.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.spi.ClusterSpec;

/** The role of rollsite where one side cannot be reached from outside. */
public enum Polling {
    /** Both sides can be reached. */
    OFF,
    /** It asks the other side for data, because it cannot be reached itself. */
    CLIENT,
    /** The parties of the clientList ask it for data. */
    SERVER;

    /** {@return the role in a cluster.yaml, which may be without the schema's defaults} */
    public static Polling of(ClusterSpec spec) {
        if (!Flag.isSet(spec, "rollsite", "polling", "enabled")) {
            return OFF;
        }
        return switch (spec.text("rollsite", "polling", "type").orElse("")) {
            case "client" -> CLIENT;
            case "server" -> SERVER;
            default -> OFF;
        };
    }
}
