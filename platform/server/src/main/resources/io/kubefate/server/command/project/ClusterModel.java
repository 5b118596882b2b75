package [=package];

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values that the templates use. No value is null. The schema has the defaults. */
final class ClusterModel {

    private static final String TAG = "[=tag]";

    private ClusterModel() {}

    static Map<String, Object> of(ClusterSpec cluster) {
        ClusterSpec spec = cluster.withDefaults();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", spec.name());
        model.put("partyId", spec.text("partyId").orElse(""));
        model.put("images", Map.of("python", image(spec, "python")));
        model.put("pullPolicy", spec.text("pullPolicy").orElseThrow());
        model.put("pullSecrets", spec.list("imagePullSecrets"));
        model.put("python", python(spec));
        return model;
    }

    private static String image(ClusterSpec spec, String name) {
        return spec.text("registry").orElseThrow() + "/" + name + ":" + TAG;
    }

    private static Map<String, Object> python(ClusterSpec spec) {
        Map<String, Object> python = new LinkedHashMap<>();
        python.put("type", spec.text("python", "type").orElseThrow());
        spec.find("python", "nodePort").ifPresent(port -> python.put("nodePort", port));
        python.put("nodeSelector", spec.map("python", "nodeSelector"));
        python.put("logLevel", spec.text("python", "logLevel").orElseThrow());
        python.put("storage", storage(spec));
        return python;
    }

    /** {@code claim} is present if a claim keeps the data, {@code size} if the claim is new. */
    private static Map<String, Object> storage(ClusterSpec spec) {
        Map<String, Object> storage = new LinkedHashMap<>();
        if (!spec.find("persistence").equals(Optional.of(true))) {
            return storage;
        }
        storage.put("claim", spec.text("python", "existingClaim").orElse("python-data"));
        if (spec.text("python", "existingClaim").isEmpty()) {
            storage.put("size", spec.text("python", "size").orElseThrow());
            spec.text("python", "storageClass").ifPresent(name -> storage.put("storageClass", name));
        }
        return storage;
    }
}
