package [=package];

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the templates see: a cluster.yaml with the defaults filled in. Nothing in it is null. */
final class ClusterModel {

    private static final String TAG = "[=tag]";

    private ClusterModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", spec.name());
        model.put("partyId", spec.text("partyId").orElse(""));
        model.put("images", Map.of("python", image(spec, "python")));
        model.put("pullPolicy", spec.text("pullPolicy").orElse("IfNotPresent"));
        model.put("pullSecrets", spec.list("imagePullSecrets"));
        model.put("python", python(spec));
        return model;
    }

    private static String image(ClusterSpec spec, String name) {
        return spec.text("registry").orElse("federatedai") + "/" + name + ":" + TAG;
    }

    private static Map<String, Object> python(ClusterSpec spec) {
        Map<String, Object> python = new LinkedHashMap<>();
        python.put("type", spec.text("python", "type").orElse("ClusterIP"));
        spec.find("python", "nodePort").ifPresent(port -> python.put("nodePort", port));
        python.put("nodeSelector", spec.map("python", "nodeSelector"));
        python.put("logLevel", spec.text("python", "logLevel").orElse("INFO"));
        python.put("storage", storage(spec));
        return python;
    }

    /** {@code claim} is there if data outlive the pod; {@code size} if the claim is to be made. */
    private static Map<String, Object> storage(ClusterSpec spec) {
        Map<String, Object> storage = new LinkedHashMap<>();
        if (!spec.find("persistence").equals(Optional.of(true))) {
            return storage;
        }
        storage.put("claim", spec.text("python", "existingClaim").orElse("python-data"));
        if (spec.text("python", "existingClaim").isEmpty()) {
            storage.put("size", spec.text("python", "size").orElse("1Gi"));
            spec.text("python", "storageClass").ifPresent(name -> storage.put("storageClass", name));
        }
        return storage;
    }
}
