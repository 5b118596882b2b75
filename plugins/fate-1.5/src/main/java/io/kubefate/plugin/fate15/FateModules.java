package io.kubefate.plugin.fate15;

import io.kubefate.spi.ModuleSpec;
import java.util.List;

/** The modules of chart {@code fate}, in the order in which they depend on each other. Each can be had with either engine. */
public final class FateModules {

    /** All of them. */
    public static final List<ModuleSpec> ALL = List.of(
            module("mysql", "MySQL 8 for EggRoll's tables and FATE-Flow's jobs; leave it out to use one outside"),
            module("clustermanager", "EggRoll's cluster manager: sessions, stores and nodes"),
            module("nodemanager", "EggRoll's node managers: compute and store partitions"),
            module("rollsite", "EggRoll's gateway to the other parties or to an exchange"),
            module("spark", "Spark's master and workers, on which jobs compute; leave it out to use one outside"),
            module("hdfs", "HDFS's name node and data node, which keep tables; leave it out to use one outside"),
            module("rabbitmq", "RabbitMQ, through which jobs exchange data; leave it out to use one outside"),
            module("nginx", "the proxy through which FATE-Flow reaches the other parties' one"),
            module("python", "FATE-Flow, which runs federated jobs"),
            module("fateboard", "FATE Board, the web page of jobs, in the pod of python"),
            module("client", "a Jupyter notebook with FATE's clients, in the pod of python"));

    private FateModules() {}

    private static ModuleSpec module(String name, String description) {
        return new ModuleSpec(name, description, List.of("fate/" + name + ".yaml.ftl"));
    }
}
