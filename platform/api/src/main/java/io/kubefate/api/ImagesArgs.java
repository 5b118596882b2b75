package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster's images are asked for. A {@link ClusterArgs} fits, too.
 *
 * @param name the cluster's name
 * @param namespace the Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param data the cluster.yaml, YAML or JSON text in base64
 * @param dockerConfig logins of registries, for this request alone: the text of a {@code ~/.docker/config.json} in base64;
 *     null for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImagesArgs(
        String name,
        String namespace,
        @JsonProperty("chart_name") String chartName,
        @JsonProperty("chart_version") String chartVersion,
        String data,

        @JsonProperty("docker_config") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String dockerConfig) {

    /** {@return what an install of the same cluster would be asked with} */
    public ClusterArgs cluster() {
        return new ClusterArgs(name, namespace, chartName, chartVersion, false, data, false, null, null, null, null);
    }

    /** {@return the cluster; neither its file nor a login} */
    @Override
    public String toString() {
        return "ImagesArgs[name=" + name + ", namespace=" + namespace + "]";
    }
}
