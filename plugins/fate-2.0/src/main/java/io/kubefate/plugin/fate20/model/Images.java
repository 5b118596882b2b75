package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.fate20.module.Computing;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images of the containers. */
final class Images {

    private static final String LOG_SIDECAR = "fluent/fluent-bit:2.1.4";
    private static final String NGINX = "nginx:1.17";
    private static final String BUSYBOX = "busybox";

    private static final Map<String, String> ALGORITHMS = Map.of("Basic", "", "NN", "-nn", "ALL", "-all");
    private static final Map<String, String> DEVICES = Map.of("CPU", "", "IPCL", "-ipcl", "GPU", "-gpu");

    private final ClusterSpec spec;
    private final String registry;

    private Images(ClusterSpec spec) {
        this.spec = spec;
        this.registry = spec.text("registry")
                .map(registry -> registry.endsWith("/") ? registry : registry + "/")
                .orElse("");
    }

    /**
     * Returns the images of a cluster.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return container or module to image with registry and tag
     */
    static Map<String, Object> of(ClusterSpec spec) {
        Images images = new Images(spec);
        String variant = ALGORITHMS.get(Required.text(spec, "algorithm")) + DEVICES.get(Required.text(spec, "device"));
        Map<String, Object> model = new LinkedHashMap<>();
        for (String module :
                new String[] {"osx", "lbrollsite", "fateboard", "client", "mysql", "nginx", "rabbitmq", "pulsar"}) {
            model.put(module, images.own("", module));
        }
        model.put("clustermanager", images.own(variant, "clustermanager"));
        model.put("nodemanager", images.own(variant, "nodemanager"));
        model.put("python", images.own(Computing.of(spec).imageSuffix() + variant, "python"));
        model.put("sparkMaster", images.own("", "spark", "master"));
        model.put("sparkWorker", images.own(variant, "spark", "worker"));
        model.put("namenode", images.hadoop("namenode"));
        model.put("datanode", images.hadoop("datanode"));
        model.put("logSidecar", images.ofOthers(LOG_SIDECAR));
        model.put("plainNginx", images.ofOthers(NGINX));
        model.put("busybox", images.ofOthers(BUSYBOX));
        return model;
    }

    private String own(String suffix, String... keys) {
        ClusterSpec settings = new ClusterSpec(spec.map(keys));
        return image(Required.text(settings, "image") + suffix, Required.text(settings, "imageTag"));
    }

    private String hadoop(String node) {
        ClusterSpec settings = new ClusterSpec(spec.map("hdfs", node));
        return image(
                spec.text("hdfs", "image").orElseGet(() -> Required.text(settings, "image")),
                spec.text("hdfs", "imageTag").orElseGet(() -> Required.text(settings, "imageTag")));
    }

    private String image(String name, String tag) {
        return registry + name + ":" + tag;
    }

    /** In a registry, images of other projects have no path. */
    private String ofOthers(String image) {
        return registry.isEmpty() ? image : registry + image.substring(image.lastIndexOf('/') + 1);
    }
}
