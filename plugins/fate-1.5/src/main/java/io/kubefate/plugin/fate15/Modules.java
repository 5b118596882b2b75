package io.kubefate.plugin.fate15;

import io.kubefate.spi.ModuleSpec;
import java.util.List;

/** The modules of an EggRoll cluster, in the order in which they depend on each other. */
final class Modules {

    static final List<ModuleSpec> ALL = List.of(
            module("mysql", "MySQL 8 for EggRoll's tables and FATE-Flow's jobs; leave it out to use one outside"),
            module("clustermanager", "EggRoll's cluster manager: sessions, stores and nodes"),
            module("nodemanager", "EggRoll's node managers: compute and store partitions"),
            module("rollsite", "EggRoll's gateway to the other parties or to an exchange"),
            module("python", "FATE-Flow, which runs federated jobs"),
            module("fateboard", "FATE Board, the web page of jobs, in the pod of python"),
            module("client", "a Jupyter notebook with FATE's clients, in the pod of python"));

    private Modules() {}

    private static ModuleSpec module(String name, String description) {
        return new ModuleSpec(name, description, List.of(name + ".yaml.ftl"));
    }
}
