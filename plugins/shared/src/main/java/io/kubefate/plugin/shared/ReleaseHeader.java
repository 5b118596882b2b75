package io.kubefate.plugin.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a cluster.yaml that all charts of the original KubeFATE write to their values in the same way. */
public final class ReleaseHeader {

    private ReleaseHeader() {}

    /** {@return the new content of a cluster.yaml} */
    public static Map<String, Object> of(ReleaseValues values) {
        Map<String, Object> spec = new LinkedHashMap<>(values.only("partyId"));
        ReleaseValues image = values.in("image");
        // The original writes the default registry, too; with it, images of others have no prefix.
        if (image.isTrue("isThridParty")) {
            spec.putAll(image.only("registry"));
        }
        spec.putAll(image.only("pullPolicy", "imagePullSecrets"));
        spec.put("persistence", values.in("persistence").isTrue("enabled"));
        ReleaseValues.put(spec, "istio", values.in("istio").only("enabled"));
        return spec;
    }

    /** {@return those of some modules that the values include} */
    public static List<String> modules(ReleaseValues values, List<String> known) {
        return known.stream()
                .filter(module -> values.in(module).isTrue("include"))
                .toList();
    }

    /** {@return the address of the exchange as a cluster.yaml has it} */
    public static Map<String, Object> exchange(ReleaseValues exchange) {
        Map<String, Object> spec = new LinkedHashMap<>();
        exchange.find("partyIp").ifPresent(ip -> spec.put("ip", ip));
        exchange.find("partyPort").ifPresent(port -> spec.put("port", port));
        return spec;
    }
}
