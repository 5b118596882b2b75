package io.kubefate.plugin.shared.fate.module;

import io.kubefate.spi.ModuleSpec;
import java.util.List;

/** The modules, whose templates are in the folder {@code module}, except those of the gateway. */
public final class FateModules {

    private FateModules() {}

    /**
     * Returns all modules.
     *
     * @param gateway the module through which EggRoll reaches other parties
     * @param balancer what the module {@code lbrollsite} is in the release
     * @return the modules in dependency order
     */
    public static List<ModuleSpec> with(ModuleSpec gateway, String balancer) {
        return List.of(
                module("mysql", "MySQL 8 for EggRoll's tables and FATE-Flow's jobs; omit it to use an external one"),
                module("clustermanager", "EggRoll's cluster manager: sessions, stores and nodes"),
                module("nodemanager", "EggRoll's node managers: run computations and store tables"),
                gateway,
                module("lbrollsite", balancer),
                module("spark", "Spark's master and workers, which run jobs; omit it to use an external one"),
                module("hdfs", "HDFS's name node and data nodes, which store tables; omit it to use an external one"),
                module("rabbitmq", "RabbitMQ, through which jobs exchange data; omit it to use an external one"),
                module("pulsar", "Pulsar, through which jobs exchange data; omit it to use an external one"),
                module("nginx", "the proxy through which FATE-Flow on Spark reaches other parties"),
                module("python", "FATE-Flow, which runs federated jobs"),
                module("fateboard", "FATE Board, the web page of jobs"),
                module("client", "a Jupyter notebook with FATE's clients"));
    }

    private static ModuleSpec module(String name, String description) {
        return new ModuleSpec(name, description, List.of("module/" + name + ".yaml.ftl"));
    }
}
