package io.kubefate.plugin.fate20.module;

import io.kubefate.spi.ModuleSpec;
import java.util.List;

/**
 * The modules of FATE 2, in dependency order. The templates in {@code module} are those that FATE 1.11 has, too; those in {@code fate} are
 * of FATE 2.
 */
public final class FateModules {

    /** All of them. */
    public static final List<ModuleSpec> ALL = List.of(
            module(
                    "module",
                    "mysql",
                    "MySQL 8 for EggRoll's tables and FATE-Flow's jobs; omit it to use an external one"),
            module("fate", "clustermanager", "EggRoll's cluster manager: sessions, stores and nodes"),
            module("fate", "nodemanager", "EggRoll's node managers: run computations and store tables"),
            module("fate", "osx", "osx, the gateway to the other parties or to an exchange"),
            module(
                    "fate",
                    "lbrollsite",
                    "a gateway of FATE 1 before several exchanges, which does not start in FATE 2"),
            module("module", "spark", "Spark's master and workers, which run jobs; omit it to use an external one"),
            module(
                    "module",
                    "hdfs",
                    "HDFS's name node and data nodes, which store tables; omit it to use an external one"),
            module("module", "rabbitmq", "RabbitMQ, through which jobs exchange data; omit it to use an external one"),
            module("module", "pulsar", "Pulsar, through which jobs exchange data; omit it to use an external one"),
            module("module", "nginx", "the proxy through which FATE-Flow on Spark reaches other parties"),
            module("fate", "python", "FATE-Flow, which runs federated jobs"),
            module("module", "fateboard", "FATE Board, the web page of jobs"),
            module("module", "client", "a Jupyter notebook with FATE's clients"));

    private FateModules() {}

    private static ModuleSpec module(String folder, String name, String description) {
        return new ModuleSpec(name, description, List.of(folder + "/" + name + ".yaml.ftl"));
    }
}
