package io.kubefate.plugin.fate111.model;

import io.kubefate.plugin.fate111.module.Release;
import io.kubefate.plugin.shared.fate.model.ImageSource;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images of the containers. */
final class Images {

    private static final String HADOOP_TAG = "2.0.0-hadoop3.2.1-java8";

    private final ClusterSpec spec;
    private final Release release;
    private final ImageSource source;
    /** Without a registry, images come from FATE's project on Docker Hub. */
    private final String project;

    private Images(ClusterSpec spec, Release release) {
        this.spec = spec;
        this.release = release;
        this.source = ImageSource.of(spec);
        this.project = source.registry().isEmpty() ? "federatedai/" : source.registry();
    }

    /**
     * Returns the images of a cluster.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param release their version
     * @return container or module to image with registry and tag
     */
    static Map<String, Object> of(ClusterSpec spec, Release release) {
        Images images = new Images(spec, release);
        Map<String, Object> model = new LinkedHashMap<>();
        images.fate(model);
        images.others(model);
        return model;
    }

    private void fate(Map<String, Object> model) {
        String variant = variant();
        for (String module : new String[] {"rollsite", "lbrollsite", "clustermanager", "nodemanager"}) {
            model.put(module, own("eggroll" + variant, release.tag()));
        }
        for (String module : new String[] {"fateboard", "client", "nginx"}) {
            model.put(module, own(module, release.tag()));
        }
        model.put("python", own("fateflow" + Computing.of(spec).imageSuffix() + variant, release.tag()));
        model.put("sparkMaster", spark("master", "spark-master"));
        model.put("sparkWorker", spark("worker", "spark-worker" + variant));
    }

    private void others(Map<String, Object> model) {
        model.put("namenode", own("hadoop-namenode", HADOOP_TAG));
        model.put("datanode", own("hadoop-datanode", HADOOP_TAG));
        model.put("rabbitmq", own("rabbitmq", "3.8.3-management"));
        model.put("pulsar", own("pulsar", "2.10.1"));
        model.put("plainNginx", own("nginx", "1.17"));
        model.put("mysql", source.ofOthers("mysql:8.0.28"));
        model.put("logSidecar", source.ofOthers(release.logSidecar()));
        model.put("busybox", source.ofOthers("busybox"));
    }

    /** A release without images for language models has those of Basic. */
    private String variant() {
        String variant = ImageSource.variant(spec);
        return release.languageModels() ? variant : variant.replace("-all", "");
    }

    private String own(String name, String tag) {
        return project + name + ":" + tag;
    }

    /** The image of a Spark node, which is the only one that a file can replace. */
    private String spark(String node, String name) {
        String image = spec.text("spark", node, "Image").orElse(project + name);
        return image + ":" + spec.text("spark", node, "ImageTag").orElse(release.tag());
    }
}
