package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/**
 * Where images come from.
 *
 * @param registry what is in front of the images, with a slash at the end; empty for those of Docker Hub
 */
public record ImageSource(String registry) {

    private static final Map<String, String> ALGORITHMS = Map.of("Basic", "", "NN", "-nn", "ALL", "-all");
    private static final Map<String, String> DEVICES = Map.of("CPU", "", "IPCL", "-ipcl", "GPU", "-gpu");

    /**
     * Reads the key {@code registry}.
     *
     * @param spec a cluster.yaml
     * @return its registry, which may be written with or without a slash at the end
     */
    public static ImageSource of(ClusterSpec spec) {
        return new ImageSource(spec.text("registry")
                .map(registry -> registry.endsWith("/") ? registry : registry + "/")
                .orElse(""));
    }

    /**
     * Returns what images that compute have after their name.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return for example {@code -nn-gpu}
     */
    public static String variant(ClusterSpec spec) {
        return ALGORITHMS.get(Required.text(spec, "algorithm")) + DEVICES.get(Required.text(spec, "device"));
    }

    /**
     * Returns an image of another project. In a registry, it has no path.
     *
     * @param image its name and tag on Docker Hub, for example {@code fluent/fluent-bit:2.1.4}
     */
    public String ofOthers(String image) {
        return registry.isEmpty() ? image : registry + image.substring(image.lastIndexOf('/') + 1);
    }
}
