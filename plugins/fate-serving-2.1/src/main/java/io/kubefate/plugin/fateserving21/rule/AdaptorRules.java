package io.kubefate.plugin.fateserving21.rule;

import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** HttpAdapter, which reads features from a service, needs the address of this service. */
final class AdaptorRules {

    private static final String SERVER = "servingServer";
    private static final String URL = "AdapterURL";
    private static final PodAddresses HOST = new PodAddresses(List.of("host"));

    private AdaptorRules() {}

    static List<Problem> check(ClusterSpec spec) {
        boolean http = Stream.of("singleAdaptor", "batchAdaptor")
                .flatMap(key -> spec.text(SERVER, key).stream())
                .anyMatch(name -> name.endsWith(".HttpAdapter"));
        if (!http || !spec.hasModule(SERVER)) {
            return List.of();
        }
        Optional<String> url = spec.text(SERVER, URL);
        if (url.isEmpty()) {
            return List.of(Problem.warning(
                    SERVER + "." + URL,
                    "is missing, so HttpAdapter reads features from the pod itself; set the address of the service that"
                            + " has them"));
        }
        return HOST.loopback(new ClusterSpec(Map.of("host", host(url.get())))).stream()
                .map(problem -> Problem.warning(SERVER + "." + URL, problem.message()))
                .toList();
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
