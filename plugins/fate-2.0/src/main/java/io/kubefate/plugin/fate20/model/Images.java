package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.model.ImageSource;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images of the containers. */
final class Images {

    private static final String LOG_SIDECAR = "fluent/fluent-bit:2.1.4";
    private static final String NGINX = "nginx:1.17";
    private static final String BUSYBOX = "busybox";

    private final ClusterSpec spec;
    private final ImageSource source;

    private Images(ClusterSpec spec) {
        this.spec = spec;
        this.source = ImageSource.of(spec);
    }

    /**
     * Returns the images of a cluster.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return container or module to image with registry and tag
     */
    static Map<String, Object> of(ClusterSpec spec) {
        Images images = new Images(spec);
        String variant = ImageSource.variant(spec);
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
        model.put("logSidecar", images.source.ofOthers(LOG_SIDECAR));
        model.put("plainNginx", images.source.ofOthers(NGINX));
        model.put("busybox", images.source.ofOthers(BUSYBOX));
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
        return source.registry() + name + ":" + tag;
    }
}
