package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.DuplicateModules;
import io.kubefate.plugin.shared.ModuleDependency;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Modules that are duplicated, that others need, or that the engines do not use. */
final class ModuleRules {

    private static final List<ModuleDependency> DEPENDENCIES = List.of(
            new ModuleDependency("fateboard", "python", "FATE Board shows its jobs"),
            new ModuleDependency("client", "python", "the notebook submits jobs to it"),
            new ModuleDependency("nodemanager", "clustermanager", "node managers register with the cluster manager"),
            new ModuleDependency("clustermanager", "nodemanager", "jobs need node managers"));

    private static final List<ModuleDependency> ON_EGGROLL =
            List.of(new ModuleDependency("python", "clustermanager", "FATE-Flow runs jobs on EggRoll"));

    /** Modules that only some engines use. */
    private static final List<String> OF_ENGINES =
            List.of("clustermanager", "nodemanager", "spark", "hdfs", "nginx", "rabbitmq", "pulsar");

    /** Another gateway, before several exchanges. */
    private static final String BALANCER = "lbrollsite";

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec, Generation generation) {
        if (spec.modules().isEmpty()) {
            return List.of(Problem.warning(
                    "modules", "is empty, so nothing is deployed; list the modules to deploy, for example python"));
        }
        Engines engines = Engines.of(spec);
        List<Problem> problems = new ArrayList<>(DuplicateModules.check(spec));
        problems.addAll(ModuleDependency.check(spec, DEPENDENCIES));
        if (engines.onEggRoll()) {
            problems.addAll(ModuleDependency.check(spec, ON_EGGROLL));
        }
        if (engines.useGateway() && !spec.hasModule(BALANCER)) {
            problems.addAll(ModuleDependency.check(
                    spec,
                    List.of(new ModuleDependency(
                            "python", generation.gateway(), "FATE-Flow reaches other parties through it"))));
        }
        unused(spec, engines, generation.gateway()).forEach(problems::add);
        return problems;
    }

    /** The original chart deploys them anyway, so they are warnings. An exchange has no FATE-Flow that uses them. */
    private static Stream<Problem> unused(ClusterSpec spec, Engines engines, String gateway) {
        if (!spec.hasModule("python")) {
            return Stream.empty();
        }
        Stream<String> gateways = Stream.of(gateway, BALANCER).filter(module -> !engines.useGateway());
        return Stream.concat(gateways, OF_ENGINES.stream().filter(module -> !engines.use(module)))
                .filter(spec::hasModule)
                .map(module -> Problem.warning(
                        path(spec, module),
                        module + " is deployed but jobs do not use it with " + engines.text()
                                + "; remove it from modules, or choose other engines"));
    }

    private static String path(ClusterSpec spec, String module) {
        return "modules[" + spec.modules().indexOf(module) + "]";
    }
}
