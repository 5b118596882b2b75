package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A cluster that a plugin rendered.
 *
 * @param uuid its id
 * @param name its name
 * @param namespace its namespace
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PluginCluster(String uuid, String name, String namespace) {

    /** {@return for example {@code fate-9999 in namespace fate}} */
    public String text() {
        return name + " in namespace " + namespace;
    }
}
