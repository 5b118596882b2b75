package io.kubefate.plugin.fate15.module;

import io.kubefate.spi.ModuleSpec;
import java.util.List;

/** The modules of chart {@code fate}, in dependency order. Both engines accept all of them. */
public final class FateModules {

    /** All of them. */
    public static final List<ModuleSpec> ALL = List.of(
            module("mysql", "MySQL 8 for EggRoll's tables and FATE-Flow's jobs; omit it to use an external one"),
            module("clustermanager", "EggRoll's cluster manager: sessions, stores and nodes"),
            module("nodemanager", "EggRoll's node managers: run computations and store partitions"),
            module("rollsite", "EggRoll's gateway to the other parties or to an exchange"),
            module("spark", "Spark's master and workers, which run jobs; omit it to use an external one"),
            module("hdfs", "HDFS's name node and data node, which store tables; omit it to use an external one"),
            module("rabbitmq", "RabbitMQ, through which jobs exchange data; omit it to use an external one"),
            module("nginx", "the proxy through which FATE-Flow reaches other parties"),
            module("python", "FATE-Flow, which runs federated jobs"),
            module("fateboard", "FATE Board, the web UI for jobs, in the pod of python"),
            module("client", "a Jupyter notebook with FATE's clients, in the pod of python"));

    private FateModules() {}

    private static ModuleSpec module(String name, String description) {
        return new ModuleSpec(name, description, List.of("fate/" + name + ".yaml.ftl"));
    }
}
