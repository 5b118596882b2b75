package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request for the images of a cluster. The JSON of a {@link ClusterArgs} is valid, too.
 *
 * @param name the cluster's name
 * @param namespace the Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param data the cluster.yaml, YAML or JSON text in base64
 * @param dockerConfig logins for registries, for this request only: the text of a {@code ~/.docker/config.json} in base64;
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

    /** {@return the request to install the same cluster} */
    public ClusterArgs cluster() {
        return ClusterArgs.builder()
                .name(name)
                .namespace(namespace)
                .chartName(chartName)
                .chartVersion(chartVersion)
                .data(data)
                .build();
    }

    /** {@return the same request for a cluster in a namespace} */
    public ImagesArgs in(String place) {
        return new ImagesArgs(name, place, chartName, chartVersion, data, dockerConfig);
    }

    /** {@return the name of the cluster, without its file or a login} */
    @Override
    public String toString() {
        return "ImagesArgs[name=" + name + ", namespace=" + namespace + "]";
    }
}
