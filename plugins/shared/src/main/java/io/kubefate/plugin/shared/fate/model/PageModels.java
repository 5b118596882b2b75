package io.kubefate.plugin.shared.fate.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The modules {@code fateboard} and {@code client}. */
final class PageModels {

    private PageModels() {}

    static Map<String, Object> fateboard(ClusterSpec spec) {
        return Part.of(spec, "fateboard")
                .pod()
                .service("nodePort")
                .texts("username", "password")
                .model();
    }

    static Map<String, Object> client(ClusterSpec spec) {
        Part part = Part.of(spec, "client").pod().service("nodePort").storage();
        return part.put(
                        "notebook_hashed_password",
                        part.settings().text("notebook_hashed_password").orElse(""))
                .model();
    }
}
