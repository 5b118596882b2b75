package io.kubefate.plugin.fate20.rule;

import io.kubefate.plugin.shared.DuplicateModules;
import io.kubefate.plugin.shared.ModuleDependency;
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

    private static final ModuleDependency OSX =
            new ModuleDependency("python", "osx", "FATE-Flow reaches other parties through it");

    /** Modules that only some engines use. */
    private static final List<String> OF_ENGINES =
            List.of("osx", "clustermanager", "nodemanager", "spark", "hdfs", "nginx", "rabbitmq", "pulsar");

    private ModuleRules() {}

    static List<Problem> check(ClusterSpec spec) {
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
        if (engines.use("osx")) {
            problems.addAll(ModuleDependency.check(spec, List.of(OSX)));
        }
        unused(spec, engines).forEach(problems::add);
        if (spec.hasModule("lbrollsite")) {
            problems.add(Problem.warning(
                    path(spec, "lbrollsite"),
                    "lbrollsite does not start: EggRoll 3 has no rollsite; replace it by osx with osx.exchange"));
        }
        return problems;
    }

    /** The original chart deploys them anyway, so they are warnings. An exchange has no FATE-Flow that uses them. */
    private static Stream<Problem> unused(ClusterSpec spec, Engines engines) {
        return OF_ENGINES.stream()
                .filter(module -> spec.hasModule("python") && spec.hasModule(module) && !engines.use(module))
                .map(module -> Problem.warning(
                        path(spec, module),
                        module + " is deployed but jobs do not use it with " + engines.text()
                                + "; remove it from modules, or choose other engines"));
    }

    private static String path(ClusterSpec spec, String module) {
        return "modules[" + spec.modules().indexOf(module) + "]";
    }
}
