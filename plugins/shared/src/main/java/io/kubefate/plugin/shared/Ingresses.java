package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What cluster.yaml says of Ingresses: the class of all of them, and the hosts of a module's page. */
public final class Ingresses {

    private Ingresses() {}

    /**
     * What {@code lib/ingress.yaml.ftl} expects as {@code ingresses}.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return {@code hosts}, a map of module to host names without modules that keep the release's host; {@code className} if it is
     *     given
     */
    public static Map<String, Object> of(ClusterSpec spec) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("hosts", givenHosts(spec));
        spec.text("ingressClassName").ifPresent(name -> model.put("className", name));
        return model;
    }

    /**
     * The hosts of one module's page.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module its name
     * @return the names under {@code ingress.<module>.hosts}, each once
     */
    public static List<String> hosts(ClusterSpec spec, String module) {
        return Entries.of(spec, "ingress", module, "hosts").stream()
                .flatMap(host -> host.text("name").stream())
                .distinct()
                .toList();
    }

    private static Map<String, Object> givenHosts(ClusterSpec spec) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String module : spec.map("ingress").keySet()) {
            List<String> hosts = hosts(spec, module);
            if (!hosts.isEmpty()) {
                given.put(module, hosts);
            }
        }
        return given;
    }
}
