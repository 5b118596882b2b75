package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images of the release. Without a registry, FATE's own come from {@code federatedai} on Docker Hub. */
final class Images {

    private static final String TAG = "1.5.0-release";
    private static final String HADOOP_TAG = "2.0.0-hadoop2.7.4-java8";

    private Images() {}

    static Map<String, Object> of(ClusterSpec spec, Engine engine) {
        String registry = spec.text("registry").orElse("federatedai") + "/";
        Map<String, Object> images = new LinkedHashMap<>();
        images.put("eggroll", registry + "eggroll:" + TAG);
        images.put("python", registry + engine.flowImage() + ":" + TAG);
        images.put("client", registry + "client:" + TAG);
        images.put("fateboard", registry + "fateboard:" + TAG);
        images.put("mysql", spec.text("registry").map(given -> given + "/").orElse("") + "mysql:8");
        images.put("sparkMaster", chosen(spec, "master", registry + "spark-master"));
        images.put("sparkWorker", chosen(spec, "worker", registry + "spark-worker"));
        images.put("namenode", registry + "hadoop-namenode:" + HADOOP_TAG);
        images.put("datanode", registry + "hadoop-datanode:" + HADOOP_TAG);
        images.put("nginx", registry + "nginx:1.17");
        images.put("rabbitmq", registry + "rabbitmq:3.8.3-management");
        return images;
    }

    private static String chosen(ClusterSpec spec, String part, String standard) {
        String image = spec.text("spark", part, "Image").orElse(standard);
        return image + ":" + Required.text(spec, "spark", part, "ImageTag");
    }
}
