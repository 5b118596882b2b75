package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live state of a cluster, read from Kubernetes for this reply.
 *
 * @param dashboard the hosts of its web pages, for example {@code 9999.fateboard.kubefate.net}
 * @param ip the address of a Kubernetes node, or the reason why there is none
 * @param port the node port at which other parties reach this one; omitted if there is none
 * @param pod the names of its pods
 * @param status state by {@code modules} and {@code containers} (both by container name), {@code deployments} and
 *     {@code statefulSets}
 * @param modules its modules with their pods, by name
 * @param reasons why it is not ready; empty when it is
 * @param warnings what a user of a running cluster may not expect; omitted if there is nothing
 * @param observedAt when Kubernetes was asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterInfo(
        List<String> dashboard,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ip,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer port,
        List<String> pod,
        Map<String, Map<String, String>> status,
        List<ClusterModule> modules,
        List<NotReadyReason> reasons,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> warnings,

        Instant observedAt) {

    /** Older services send no modules. */
    public ClusterInfo {
        modules = modules == null ? List.of() : modules;
    }
}
