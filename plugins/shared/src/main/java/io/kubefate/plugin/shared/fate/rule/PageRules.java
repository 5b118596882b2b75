package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses of web pages: each host and path belongs to one page, whose module is listed. */
final class PageRules {

    private static final List<String> PAGES = List.of("fateboard", "client", "spark", "rabbitmq", "pulsar");

    private PageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (String page : PAGES) {
            String path = "ingress." + page + ".hosts";
            List<ClusterSpec> hosts = MapList.of(spec, "ingress", page, "hosts");
            if (!hosts.isEmpty() && !spec.modules().isEmpty() && !spec.hasModule(page)) {
                problems.add(Problem.warning(path, "has no effect because modules does not list " + page));
                continue;
            }
            for (ClusterSpec host : hosts) {
                String address =
                        host.text("name").orElse("") + host.text("path").orElse("/");
                String owner = owners.putIfAbsent(address, page);
                if (owner != null && !owner.equals(page)) {
                    problems.add(Problem.error(
                            path, address + " is also an address of " + owner + "; give each page its own host"));
                }
            }
        }
        return problems;
    }
}
