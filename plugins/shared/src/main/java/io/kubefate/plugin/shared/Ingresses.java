package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The class of all Ingresses, and the hosts of each page. */
public final class Ingresses {

    private Ingresses() {}

    /**
     * Returns the variable {@code ingresses} of {@code lib/ingress.yaml.ftl}.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return {@code hosts}, a map of module to host names without the modules that use the default host; {@code className} if it is
     *     given
     */
    public static Map<String, Object> of(ClusterSpec spec) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("hosts", givenHosts(spec));
        spec.text("ingressClassName").ifPresent(name -> model.put("className", name));
        return model;
    }

    /**
     * Returns the hosts of a module's page.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module its name
     * @return the names under {@code ingress.<module>.hosts}, without duplicates
     */
    public static List<String> hosts(ClusterSpec spec, String module) {
        return MapList.of(spec, "ingress", module, "hosts").stream()
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
