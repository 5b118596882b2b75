package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A FATE cluster, in the shape of existing clients.
 *
 * @param uuid its id
 * @param name its name
 * @param namespace its one Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param values the stored cluster.yaml text
 * @param spec the parsed cluster.yaml; left out of lists
 * @param revision 0 when created, one more for each successful install or update
 * @param helmRevision always equal to {@code revision}; existing clients expect the field
 * @param chartValues always empty; existing clients expect the field
 * @param status one of Pending, Creating, Deleting, Updating, Running, Unavailable, Deleted, Rollback, Failed, Unknown
 * @param info the live state; only in the answer for one cluster
 * @param engine the FATE backend, for example {@code eggroll}
 * @param id the row number
 * @param createdAt when it was accepted
 * @param updatedAt when its row changed last
 * @param deletedAt when it was removed, or null
 * @param observedAt until when status and drift were seen to be true; left out as long as nothing was seen
 * @param drift in what it differs from its revision; left out as long as nothing was seen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cluster(
        String uuid,
        String name,
        @JsonProperty("namespaces") String namespace,
        @JsonProperty("chart_name") String chartName,
        @JsonProperty("chart_version") String chartVersion,
        String values,

        @JsonProperty("Spec") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> spec,

        int revision,
        @JsonProperty("helm_revision") int helmRevision,
        @JsonProperty("chart_values") Map<String, Object> chartValues,
        String status,

        @JsonProperty("Info") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        ClusterInfo info,

        String engine,
        @JsonProperty("ID") long id,
        @JsonProperty("CreatedAt") Instant createdAt,
        @JsonProperty("UpdatedAt") Instant updatedAt,
        @JsonProperty("DeletedAt") @Nullable Instant deletedAt,

        @JsonProperty("observed_at") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant observedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClusterDrift drift) {}
