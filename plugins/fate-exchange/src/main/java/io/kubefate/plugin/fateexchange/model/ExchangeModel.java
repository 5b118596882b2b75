package io.kubefate.plugin.fateexchange.model;

import io.kubefate.plugin.shared.ClusterIdentity;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.model.GatewayModel;
import io.kubefate.plugin.shared.fate.model.ImageSource;
import io.kubefate.plugin.shared.fate.model.NginxModel;
import io.kubefate.plugin.shared.fate.model.Part;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that the templates use. */
public final class ExchangeModel {

    private static final String CHART = "fate-exchange";
    private static final String OWN_FATE_FLOW = "ownFateFlow";
    private static final String TAG = ":1.11.2-release";

    /** The servers of nginx, which its route table replaces for each request. An exchange has no FATE-Flow to name here. */
    private static final Map<String, Object> NGINX_ITSELF = Map.of("http", "127.0.0.1:9300", "grpc", "127.0.0.1:9310");

    private ExchangeModel() {}

    /**
     * Returns the values that the templates of the exchange use.
     *
     * @param cluster a cluster.yaml without errors
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code images}, {@code pullPolicy}, {@code imagePullSecrets}, {@code podSecurityPolicy}, {@code serviceAccount}, and the maps
     *     {@code rollsite}, {@code trafficServer} and {@code nginx}; an optional value that is absent, such as a node port, is omitted
     */
    public static Map<String, Object> of(ClusterSpec cluster) {
        ClusterSpec spec = cluster.withDefaults();
        boolean ownAccount = Flag.isSet(spec, "podSecurityPolicy", "enabled");
        Map<String, Object> model = ClusterIdentity.of(spec, labels(spec.name()));
        model.put("images", images(spec));
        model.put("pullPolicy", Required.text(spec, "pullPolicy"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        model.put("podSecurityPolicy", ownAccount);
        model.put("serviceAccount", ownAccount ? spec.name() : "default");
        model.put(
                "rollsite",
                GatewayModel.of(spec, "rollsite").put(OWN_FATE_FLOW, false).model());
        model.put("trafficServer", trafficServer(spec));
        model.put("nginx", nginx(spec));
        return model;
    }

    /** {@code heritage} is Helm because tools that search for FATE's objects expect it. */
    private static Map<String, String> labels(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("cluster", CHART);
        labels.put("heritage", "Helm");
        labels.put("release", name);
        labels.put("chart", CHART);
        return labels;
    }

    private static Map<String, Object> images(ClusterSpec spec) {
        String given = ImageSource.of(spec).registry();
        String registry = given.isEmpty() ? "federatedai/" : given;
        String tag =
                spec.text("trafficServer", "imageTag").map(text -> ":" + text).orElse("");
        return Map.of(
                "eggroll", registry + "eggroll" + TAG,
                "nginx", registry + "nginx" + TAG,
                "trafficServer", registry + "trafficserver" + tag);
    }

    private static Map<String, Object> trafficServer(ClusterSpec spec) {
        List<Map<String, Object>> routes = SniRoute.of(spec).stream()
                .map(route -> Map.<String, Object>of("fqdn", route.fqdn(), "tunnelRoute", route.tunnelRoute()))
                .toList();
        return Part.of(spec, "trafficServer")
                .pod()
                .service("nodePort")
                .texts("tlsSecret")
                .numbers("replicas")
                .put("routes", routes)
                .model();
    }

    private static Map<String, Object> nginx(ClusterSpec spec) {
        return NginxModel.of(spec)
                .numbers("replicas")
                .put("placeholder", NGINX_ITSELF)
                .put(OWN_FATE_FLOW, false)
                .model();
    }
}
