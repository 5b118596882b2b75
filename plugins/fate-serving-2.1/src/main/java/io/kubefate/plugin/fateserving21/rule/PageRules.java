package io.kubefate.plugin.fateserving21.rule;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ingresses: each host and path belongs to one module, which is listed. */
final class PageRules {

    private PageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        for (String module : List.of("servingProxy", "servingAdmin")) {
            if (!spec.modules().isEmpty()
                    && !spec.hasModule(module)
                    && !spec.map("ingress", module).isEmpty()) {
                problems.add(
                        Problem.warning("ingress." + module, "has no effect because modules does not list " + module));
            }
        }
        Set<String> shared = new HashSet<>(addresses(spec, "servingProxy"));
        shared.retainAll(addresses(spec, "servingAdmin"));
        shared.stream()
                .sorted()
                .map(address -> Problem.error(
                        "ingress.servingAdmin.hosts",
                        address + " is also an address of servingProxy; give each module its own host"))
                .forEach(problems::add);
        return problems;
    }

    private static List<String> addresses(ClusterSpec spec, String module) {
        if (!spec.hasModule(module)) {
            return List.of();
        }
        return MapList.of(spec, "ingress", module, "hosts").stream()
                .map(host -> host.text("name").orElse("") + host.text("path").orElse("/"))
                .toList();
    }
}
