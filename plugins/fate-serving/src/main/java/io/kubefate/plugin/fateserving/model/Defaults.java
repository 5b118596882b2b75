package io.kubefate.plugin.fateserving.model;

import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the release assumes where a cluster.yaml says nothing. It assumes more where the map of a module is absent as a whole: then the
 * sample values of its chart hold.
 */
public final class Defaults {

    /** FATE-Flow of the sample, and its HTTP port. */
    public static final String FATE_FLOW = "fateflow.fate-10000";

    /** FATE-Flow's HTTP port, which serves models. */
    public static final long FATE_FLOW_PORT = 9380;

    /** The keys that say where Redis keeps its data; the release reads them at the top level too. */
    public static final List<String> STORAGE_KEYS =
            List.of("subPath", "existingClaim", "storageClass", "accessMode", "size");

    private static final BigInteger SAMPLE_PARTY = BigInteger.valueOf(9999);
    private static final long SAMPLE_NODE_PORT = 30110;

    private Defaults() {}

    /**
     * Fills them in.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return the same with the maps of all three modules; in them what is absent has its default, while empty text stays as it is
     */
    public static ClusterSpec fill(ClusterSpec spec) {
        Map<String, Object> values = new LinkedHashMap<>(spec.values());
        values.put("servingProxy", proxy(spec));
        values.put("servingServer", server(spec));
        values.put("servingRedis", redis(spec));
        return new ClusterSpec(values);
    }

    private static Map<String, Object> proxy(ClusterSpec spec) {
        Map<String, Object> given = spec.map("servingProxy");
        Map<String, Object> proxy = new LinkedHashMap<>(given.isEmpty() ? sampleProxy(spec) : given);
        putIfBlank(proxy, "type", "NodePort");
        putIfBlank(proxy, "ingerssHost", WholeNumber.or(0, spec, "partyId") + ".serving-proxy.kubefate.net");
        return proxy;
    }

    private static Map<String, Object> sampleProxy(ClusterSpec spec) {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("nodePort", SAMPLE_NODE_PORT);
        if (!WholeNumber.or(0, spec, "partyId").equals(SAMPLE_PARTY)) {
            sample.put(
                    "partyList",
                    List.of(Map.of("partyId", SAMPLE_PARTY, "partyIp", "192.168.9.1", "partyPort", 30109L)));
        }
        return sample;
    }

    private static Map<String, Object> server(ClusterSpec spec) {
        Map<String, Object> server = withStorage(spec.map("servingServer"), "serving-server");
        Map<String, Object> fateFlow = new LinkedHashMap<>(spec.map("servingServer", "fateflow"));
        putIfBlank(fateFlow, "ip", FATE_FLOW);
        putIfBlank(fateFlow, "port", FATE_FLOW_PORT);
        server.put("fateflow", fateFlow);
        return server;
    }

    private static Map<String, Object> redis(ClusterSpec spec) {
        Map<String, Object> given = new LinkedHashMap<>(spec.map("servingRedis"));
        STORAGE_KEYS.forEach(key -> spec.find(key).ifPresent(value -> given.putIfAbsent(key, value)));
        Map<String, Object> redis = withStorage(given, "serving-redis");
        putIfBlank(redis, "password", "fate_dev");
        return redis;
    }

    /** The directory has this name in every map that names none, whatever its data are. */
    private static Map<String, Object> withStorage(Map<String, Object> given, String workload) {
        Map<String, Object> settings = new LinkedHashMap<>(given);
        settings.putIfAbsent("subPath", given.isEmpty() ? "" : "fate_dev");
        settings.putIfAbsent("storageClass", workload);
        return settings;
    }

    private static void putIfBlank(Map<String, Object> map, String key, Object value) {
        if (new ClusterSpec(map).text(key).isEmpty()) {
            map.put(key, value);
        }
    }
}
