package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image that a cluster uses.
 *
 * @param image its name as in the pod templates, for example {@code federatedai/python:1.5.0-release}
 * @param registry the host of its registry, and the port if there is one, for example {@code docker.io}; empty if the
 *     image name is invalid
 * @param usedBy the containers that use it
 * @param status {@code present}, {@code missing}, {@code denied}, {@code unreachable} or {@code invalid}; null if the registry
 *     was not asked
 * @param reason why it is not present; null if there is no reason
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterImage(
        String image,
        String registry,
        @JsonProperty("used_by") List<Use> usedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

    public ClusterImage {
        usedBy = usedBy == null ? List.of() : List.copyOf(usedBy);
    }

    /**
     * A container that uses the image.
     *
     * @param module the FATE module; empty for an object that all modules share
     * @param workload the kind and name of the object that creates the pods, for example {@code Deployment/python}
     * @param container the container's name
     * @param init whether it is an init container
     * @param pullPolicy {@code Always}, {@code IfNotPresent} or {@code Never}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Use(
            String module,
            String workload,
            String container,
            boolean init,
            @JsonProperty("pull_policy") String pullPolicy) {}
}
