package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.ReleaseHeader;
import io.kubefate.plugin.shared.ReleaseValues;
import java.util.List;
import java.util.Map;

/** Derives a cluster.yaml from the values of the original chart: its {@code values-template.yaml}, backwards. */
public final class ServingValues {

    private static final String PROXY = "servingProxy";
    private static final String SERVER = "servingServer";
    private static final String REDIS = "servingRedis";
    private static final String NODE_SELECTOR = "nodeSelector";
    private static final String NODE_PORT = "nodePort";
    private static final String SUB_PATH = "subPath";
    private static final String[] STORAGE = {SUB_PATH, "existingClaim", "storageClass", "accessMode", "size"};

    private final ReleaseValues values;

    private ServingValues(Map<String, Object> values) {
        this.values = new ReleaseValues(values);
    }

    /** {@return the content of the cluster.yaml} */
    public static Map<String, Object> spec(Map<String, Object> values) {
        return new ServingValues(values).spec();
    }

    private Map<String, Object> spec() {
        List<String> modules = ReleaseHeader.modules(values, List.of(REDIS, SERVER, PROXY));
        Map<String, Object> spec = ReleaseHeader.of(values);
        spec.put("modules", modules);
        ReleaseValues.put(spec, PROXY, proxy());
        ReleaseValues.put(spec, SERVER, server());
        if (modules.contains(REDIS)) {
            ReleaseValues.put(spec, REDIS, redis());
        } else {
            externalRedis(spec);
        }
        return spec;
    }

    private Map<String, Object> proxy() {
        ReleaseValues proxy = values.in(PROXY);
        Map<String, Object> spec = proxy.only("type", NODE_PORT, "ingerssHost", NODE_SELECTOR);
        ReleaseValues.put(spec, "exchange", ReleaseHeader.exchange(proxy.in("exchange")));
        ReleaseValues.put(spec, "partyList", proxy.each("partyList", "partyId", "partyIp", "partyPort"));
        return spec;
    }

    private Map<String, Object> server() {
        ReleaseValues server = values.in(SERVER);
        Map<String, Object> spec = server.only("type", NODE_PORT, NODE_SELECTOR);
        spec.putAll(server.only(STORAGE));
        if ("".equals(server.values().get(SUB_PATH))) {
            spec.put(SUB_PATH, ""); // a path of its own is the default
        }
        ReleaseValues.put(spec, "fateflow", server.in("fateflow").only("ip", "port"));
        return spec;
    }

    private Map<String, Object> redis() {
        Map<String, Object> spec = values.in(REDIS).only("password", NODE_SELECTOR);
        spec.putAll(values.in(REDIS).only(STORAGE));
        return spec;
    }

    private void externalRedis(Map<String, Object> spec) {
        ReleaseValues redis = values.in(REDIS);
        redis.find("ip").ifPresent(ip -> spec.put("externalRedisIp", ip));
        redis.find("port").ifPresent(port -> spec.put("externalRedisPort", port));
        redis.find("password").ifPresent(password -> spec.put("externalRedisPassword", password));
    }
}
