package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.Identity;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The whole of what the templates see. */
public final class ClusterModel {

    private ClusterModel() {}

    /**
     * Fills in the defaults of FATE-Serving 2.0.0.
     *
     * @param given a cluster.yaml without errors
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code images}, {@code pullPolicy}, {@code imagePullSecrets}, {@code istio}, {@code on} (a boolean for the proxy), and the
     *     maps {@code proxy}, {@code server} and {@code redis}; an optional entry that is not wanted, such as a node port, is left out
     */
    public static Map<String, Object> of(ClusterSpec given) {
        ClusterSpec spec = Defaults.fill(given);
        boolean persistent = isTrue(spec, "persistence");
        Map<String, Object> model = Identity.of(spec, Map.of("cluster", "fate-serving"));
        model.put("images", Images.of(spec));
        model.put("pullPolicy", spec.text("pullPolicy").orElse("IfNotPresent"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        model.put("istio", isTrue(spec, "istio", "enabled"));
        model.put("on", Map.of("servingProxy", spec.hasModule("servingProxy")));
        model.put("proxy", ProxyModel.of(spec));
        model.put("server", ServerModel.of(spec, persistent));
        model.put("redis", RedisModel.of(spec, persistent));
        return model;
    }

    private static boolean isTrue(ClusterSpec spec, String... keys) {
        return spec.find(keys).filter(Boolean.TRUE::equals).isPresent();
    }
}
