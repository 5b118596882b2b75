package io.kubefate.plugin.fateserving21.model;

import io.kubefate.plugin.shared.ClusterIdentity;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.serving.RedisAddress;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The values that the templates use. */
public final class ClusterModel {

    private ClusterModel() {}

    /**
     * Returns the values that the templates of FATE-Serving 2.1.6 use.
     *
     * @param cluster a cluster.yaml without errors
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code images}, {@code pullPolicy}, {@code imagePullSecrets}, {@code podSecurityPolicy}, {@code serviceAccount},
     *     {@code istio}, {@code ingressClass}, {@code pages}, {@code on} (booleans of modules that others depend on), and the maps
     *     {@code proxy}, {@code server}, {@code redis}, {@code zookeeper} and {@code admin}; an optional value that is absent, such as
     *     a node port, is omitted
     */
    public static Map<String, Object> of(ClusterSpec cluster) {
        ClusterSpec spec = cluster.withDefaults();
        boolean persistent = Flag.isSet(spec, "persistence");
        boolean ownAccount = Flag.isSet(spec, "podSecurityPolicy", "enabled");
        Map<String, Object> model = ClusterIdentity.of(spec, Map.of("cluster", "fate-serving"));
        model.put("images", Images.of(spec));
        model.put("pullPolicy", Required.text(spec, "pullPolicy"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        model.put("podSecurityPolicy", ownAccount);
        model.put("serviceAccount", ownAccount ? spec.name() : "default");
        model.put("istio", Flag.isSet(spec, "istio", "enabled"));
        model.put("ingressClass", Required.text(spec, "ingressClassName"));
        model.put("pages", Pages.of(spec));
        model.put(
                "on",
                Map.of(
                        "servingProxy", spec.hasModule("servingProxy"),
                        "servingZookeeper", spec.hasModule("servingZookeeper")));
        model.put("proxy", ProxyModel.of(spec));
        model.put("server", ServerModel.of(spec, persistent));
        model.put("redis", redis(spec, persistent));
        model.put(
                "zookeeper",
                ModuleModel.of(spec, "servingZookeeper")
                        .stored("serving-zookeeper", persistent)
                        .values());
        model.put("admin", admin(spec));
        return model;
    }

    private static Map<String, Object> redis(ClusterSpec spec, boolean persistent) {
        return ModuleModel.of(spec, "servingRedis")
                .stored(RedisAddress.OWN, persistent)
                .with("password", Required.text(spec, "servingRedis", "password"))
                .with("address", RedisAddress.of(spec))
                .values();
    }

    private static Map<String, Object> admin(ClusterSpec spec) {
        return ModuleModel.of(spec, "servingAdmin")
                .exposed("nodePort")
                .with("username", Required.text(spec, "servingAdmin", "username"))
                .with("password", Required.text(spec, "servingAdmin", "password"))
                .values();
    }
}
