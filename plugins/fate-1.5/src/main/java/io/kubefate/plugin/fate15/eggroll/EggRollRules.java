package io.kubefate.plugin.fate15.eggroll;

import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.fate15.rule.UnusedModules;
import io.kubefate.plugin.shared.ModuleDependency;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Combinations of modules on EggRoll. */
final class EggRollRules {

    private static final List<ModuleDependency> DEPENDENCIES = List.of(
            new ModuleDependency("nodemanager", "clustermanager", "node managers register with the cluster manager"),
            new ModuleDependency("clustermanager", "nodemanager", "jobs need node managers"),
            new ModuleDependency("python", "clustermanager", "FATE-Flow runs jobs on EggRoll"),
            new ModuleDependency("python", "rollsite", "FATE-Flow reaches other parties through it"));

    private static final List<String> SPARK_MODULES = List.of("spark", "hdfs", "nginx", "rabbitmq");

    private EggRollRules() {}

    static List<Problem> check(ClusterSpec spec) {
        return Stream.concat(
                        ModuleDependency.check(spec, DEPENDENCIES).stream(),
                        UnusedModules.check(spec, Engine.SPARK, SPARK_MODULES).stream())
                .toList();
    }
}
