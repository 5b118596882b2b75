package io.kubefate.plugin.fateserving21.model;

import io.kubefate.plugin.shared.ReleaseHeader;
import io.kubefate.plugin.shared.ReleaseValues;
import java.util.List;
import java.util.Map;

/** Derives a cluster.yaml from the values of the original chart: its {@code values-template.yaml}, backwards. */
public final class ServingValues {

    private static final List<String> MODULES =
            List.of("servingProxy", "servingRedis", "servingServer", "servingZookeeper", "servingAdmin");

    private static final String[] SERVICE = {"type", "nodePort", "loadBalancerIP"};
    private static final String[] PLACEMENT = {"nodeSelector", "tolerations", "affinity"};
    private static final String[] CLAIM = {"existingClaim", "storageClass", "accessMode", "size"};

    /** Not {@code cacheSwitch}: the original writes the type of the cache there. */
    private static final String[] INFERENCE = {"cacheType", "singleAdaptor", "batchAdaptor", "AdapterURL"};

    private final ReleaseValues values;

    private ServingValues(Map<String, Object> values) {
        this.values = new ReleaseValues(values);
    }

    /** {@return the content of the cluster.yaml} */
    public static Map<String, Object> spec(Map<String, Object> values) {
        return new ServingValues(values).spec();
    }

    private Map<String, Object> spec() {
        Map<String, Object> spec = ReleaseHeader.of(values);
        spec.put("modules", ReleaseHeader.modules(values, MODULES));
        ReleaseValues.put(
                spec, "podSecurityPolicy", values.in("podSecurityPolicy").only("enabled"));
        spec.putAll(values.only("ingressClassName", "ingress"));
        ReleaseValues.put(spec, "servingProxy", proxy());
        ReleaseValues.put(spec, "servingServer", server());
        ReleaseValues.put(spec, "servingRedis", map("servingRedis", new String[] {"password", "subPath"}, CLAIM));
        ReleaseValues.put(spec, "servingZookeeper", map("servingZookeeper", new String[] {"subPath"}, CLAIM));
        ReleaseValues.put(spec, "servingAdmin", map("servingAdmin", new String[] {"username", "password"}));
        spec.putAll(values.only("externalRedisIp", "externalRedisPort", "externalRedisPassword"));
        return spec;
    }

    private Map<String, Object> proxy() {
        ReleaseValues proxy = values.in("servingProxy");
        Map<String, Object> spec = map("servingProxy", SERVICE);
        ReleaseValues.put(spec, "exchange", ReleaseHeader.exchange(proxy.in("exchange")));
        ReleaseValues.put(spec, "partyList", proxy.each("partyList", "partyId", "partyIp", "partyPort"));
        return spec;
    }

    private Map<String, Object> server() {
        Map<String, Object> spec = map("servingServer", SERVICE, INFERENCE, CLAIM);
        ReleaseValues.put(
                spec, "fateflow", values.in("servingServer").in("fateflow").only("ip", "port"));
        return spec;
    }

    /** {@return the keys of a module, among them those of its placement} */
    private Map<String, Object> map(String module, String[]... keys) {
        Map<String, Object> spec = values.in(module).only(PLACEMENT);
        for (String[] group : keys) {
            spec.putAll(values.in(module).only(group));
        }
        return spec;
    }
}
