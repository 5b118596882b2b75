package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.Ingresses;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hosts of web pages: each host belongs to one page, whose module is listed. */
final class PageRules {

    private static final List<String> PAGES = List.of("fateboard", "client", "spark", "rabbitmq");

    private PageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (String page : PAGES) {
            List<String> hosts = Ingresses.hosts(spec, page);
            String path = "ingress." + page + ".hosts";
            if (!hosts.isEmpty() && !spec.modules().isEmpty() && !spec.hasModule(page)) {
                problems.add(Problem.warning(path, "has no effect because modules does not list " + page));
                continue;
            }
            for (String host : hosts) {
                String owner = owners.putIfAbsent(host, page);
                if (owner != null) {
                    problems.add(Problem.error(
                            path, host + " is also a host of " + owner + "; give each page its own host"));
                }
            }
        }
        return problems;
    }
}
