package io.kubefate.plugin.shared.serving;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The address of FATE-Flow from which serving-server fetches models. */
public final class FateFlowRules {

    private static final String IP = "servingServer.fateflow.ip";
    private static final String PORT = "servingServer.fateflow.port";
    private static final Set<String> OWN_SERVICES =
            Set.of("serving-server", "serving-proxy", "serving-redis", "serving-admin", "serving-zookeeper");
    private static final Set<String> FATE_FLOW_SERVICES = Set.of("fateflow", "fateflow-client");

    private FateFlowRules() {}

    /**
     * Checks {@code servingServer.fateflow}.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return problems with the address; none without the module {@code servingServer}
     */
    public static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("servingServer")) {
            return List.of();
        }
        Optional<String> ip = spec.text("servingServer", "fateflow", "ip");
        Optional<BigInteger> port = WholeNumber.find(spec, "servingServer", "fateflow", "port");
        List<Problem> problems = new ArrayList<>();
        missing(spec, ip, port).ifPresent(problems::add);
        ip.flatMap(host -> wrongHost(host, spec.namespace())).ifPresent(problems::add);
        port.flatMap(number -> wrongPort(ip.orElse(""), number)).ifPresent(problems::add);
        return problems;
    }

    private static Optional<Problem> missing(ClusterSpec spec, Optional<String> ip, Optional<BigInteger> port) {
        if (ip.isEmpty() && port.isPresent()) {
            return Optional.of(Problem.error(IP, "is missing; set both ip and port"));
        }
        if (ip.isEmpty()) {
            return Optional.of(Problem.warning(
                    "servingServer.fateflow",
                    "is missing, so models are fetched from " + defaultAddress(spec)
                            + "; set the address of this party's FATE-Flow, for example"
                            + " ip: fateflow.<namespace of the FATE cluster> and port: 9380"));
        }
        return port.isPresent()
                ? Optional.empty()
                : Optional.of(Problem.warning(PORT, "is missing, so 9380 is used; set both ip and port"));
    }

    private static String defaultAddress(ClusterSpec spec) {
        ClusterSpec complete = spec.withDefaults();
        return Required.text(complete, "servingServer", "fateflow", "ip") + ":"
                + Required.number(complete, "servingServer", "fateflow", "port");
    }

    private static Optional<Problem> wrongHost(String host, String namespace) {
        String service = host.split("\\.", 2)[0];
        if (OWN_SERVICES.contains(service) && isInNamespace(host, service, namespace)) {
            return Optional.of(Problem.warning(
                    IP,
                    host + " is a Service of this cluster; set the address of the FATE cluster's FATE-Flow,"
                            + " for example fateflow.<namespace of the FATE cluster>"));
        }
        if (FATE_FLOW_SERVICES.contains(service) && isInNamespace(host, service, namespace)) {
            return Optional.of(Problem.warning(
                    IP,
                    host + " is resolved in this cluster's namespace, which is correct only if the FATE cluster"
                            + " is in the same namespace; else use " + service + ".<namespace of the FATE cluster>"));
        }
        return Optional.empty();
    }

    /** Whether a host name without a namespace, or with this one, names the Service. */
    private static boolean isInNamespace(String host, String service, String namespace) {
        String own = service + "." + namespace;
        return host.equals(service) || host.equals(own) || host.startsWith(own + ".");
    }

    private static Optional<Problem> wrongPort(String host, BigInteger port) {
        Optional<String> owner = Ports.otherThan(Ports.FATE_FLOW_HTTP, port);
        if (owner.isPresent()) {
            return Optional.of(Problem.warning(
                    PORT,
                    port + " is " + owner.get() + "; FATE-Flow serves models at its HTTP port:"
                            + " use 9380, or its node port (python.httpNodePort of the FATE cluster)"));
        }
        if (FATE_FLOW_SERVICES.contains(host.split("\\.", 2)[0]) && !port.equals(Ports.FATE_FLOW_HTTP)) {
            return Optional.of(Problem.warning(
                    PORT,
                    port + " is not a port of the Service " + host + "; use 9380, or, if " + port
                            + " is a node port, the address of a node instead of the Service"));
        }
        return Optional.empty();
    }
}
