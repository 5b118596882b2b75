package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.fateserving.model.Defaults;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The address from which serving-server fetches models, as far as one file tells whether it can be right. */
final class FateFlowRules {

    private static final String IP = "servingServer.fateflow.ip";
    private static final String PORT = "servingServer.fateflow.port";
    private static final Set<String> OWN_SERVICES = Set.of("serving-server", "serving-proxy", "serving-redis");
    private static final Set<String> FATE_FLOW_SERVICES = Set.of("fateflow", "fateflow-client");

    private FateFlowRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("servingServer")) {
            return List.of();
        }
        Optional<String> ip = spec.text("servingServer", "fateflow", "ip");
        Optional<BigInteger> port = WholeNumber.find(spec, "servingServer", "fateflow", "port");
        List<Problem> problems = new ArrayList<>();
        missing(ip, port).ifPresent(problems::add);
        ip.flatMap(host -> wrongHost(host, spec.namespace())).ifPresent(problems::add);
        port.flatMap(number -> wrongPort(ip.orElse(""), number)).ifPresent(problems::add);
        return problems;
    }

    private static Optional<Problem> missing(Optional<String> ip, Optional<BigInteger> port) {
        if (ip.isEmpty() && port.isPresent()) {
            return Optional.of(Problem.error(IP, "is missing; FATE-Flow is reached at ip and port, give both"));
        }
        if (ip.isEmpty()) {
            return Optional.of(Problem.warning(
                    "servingServer.fateflow",
                    "is missing, so models are fetched from " + Defaults.FATE_FLOW + ":" + Defaults.FATE_FLOW_PORT
                            + "; write the address of this party's FATE-Flow, for example"
                            + " ip: fateflow.<namespace of the FATE cluster> and port: 9380"));
        }
        return port.isPresent()
                ? Optional.empty()
                : Optional.of(Problem.warning(PORT, "is missing, so 9380 is taken; give both ip and port"));
    }

    private static Optional<Problem> wrongHost(String host, String namespace) {
        String service = host.split("\\.", 2)[0];
        if (OWN_SERVICES.contains(service) && isInNamespace(host, service, namespace)) {
            return Optional.of(Problem.warning(
                    IP,
                    host + " is a Service of this cluster; write the address of the FATE cluster's FATE-Flow,"
                            + " for example fateflow.<namespace of the FATE cluster>"));
        }
        if (FATE_FLOW_SERVICES.contains(service) && isInNamespace(host, service, namespace)) {
            return Optional.of(Problem.warning(
                    IP,
                    host + " is looked for in this cluster's own namespace, which is right only if the FATE cluster"
                            + " is there too; else write " + service + ".<namespace of the FATE cluster>"));
        }
        return Optional.empty();
    }

    /** Whether a name without a namespace or with this one is meant, whatever follows it. */
    private static boolean isInNamespace(String host, String service, String namespace) {
        String own = service + "." + namespace;
        return host.equals(service) || host.equals(own) || host.startsWith(own + ".");
    }

    private static Optional<Problem> wrongPort(String host, BigInteger port) {
        Optional<String> owner = Ports.otherThan(Ports.FATE_FLOW_HTTP, port);
        if (owner.isPresent()) {
            return Optional.of(Problem.warning(
                    PORT,
                    port + " is " + owner.get() + "; models come from FATE-Flow's HTTP port:"
                            + " write 9380, or its node port (python.httpNodePort of the FATE cluster)"));
        }
        if (FATE_FLOW_SERVICES.contains(host.split("\\.", 2)[0]) && !port.equals(Ports.FATE_FLOW_HTTP)) {
            return Optional.of(Problem.warning(
                    PORT,
                    port + " is no port of Service " + host + ", which is reached inside Kubernetes; write 9380, or the"
                            + " address of a node instead of the Service if " + port + " is a node port"));
        }
        return Optional.empty();
    }
}
