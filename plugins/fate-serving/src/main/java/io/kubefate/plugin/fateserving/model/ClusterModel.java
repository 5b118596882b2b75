package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.ClusterIdentity;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The values that the templates use. */
public final class ClusterModel {

    private ClusterModel() {}

    /**
     * Returns the values that the templates of FATE-Serving 2.0.0 use.
     *
     * @param cluster a cluster.yaml without errors
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code images}, {@code pullPolicy}, {@code imagePullSecrets}, {@code istio}, {@code on} (a boolean for the proxy), and the
     *     maps {@code proxy}, {@code server} and {@code redis}; an optional value that is absent, such as a node port, is omitted
     */
    public static Map<String, Object> of(ClusterSpec cluster) {
        ClusterSpec spec = cluster.withDefaults();
        boolean persistent = Flag.isSet(spec, "persistence");
        Map<String, Object> model = ClusterIdentity.of(spec, Map.of("cluster", "fate-serving"));
        model.put("images", Images.of(spec));
        model.put("pullPolicy", Required.text(spec, "pullPolicy"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        model.put("istio", Flag.isSet(spec, "istio", "enabled"));
        model.put("on", Map.of("servingProxy", spec.hasModule("servingProxy")));
        model.put("proxy", ProxyModel.of(spec));
        model.put("server", ServerModel.of(spec, persistent));
        model.put("redis", RedisModel.of(cluster, persistent));
        return model;
    }
}
