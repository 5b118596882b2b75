package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as a member of a federation.
 *
 * @param uuid its UUID
 * @param name its name
 * @param namespace its Kubernetes namespace
 * @param chartName its chart
 * @param chartVersion its version
 * @param engine its engine; empty if the chart has none
 * @param status its stored status
 * @param partyId its party; empty if its routes are not known
 * @param exchange whether it connects parties as an exchange
 * @param network what clusters that connect to each other have in common, for example {@code training} or {@code inference}
 * @param gateways where other parties reach it
 * @param unknown why its routes are not known: {@code NOT_DECLARED} if its plugin declares none, {@code NO_PLUGIN} if no plugin serves its
 *     release, {@code DAMAGED} if its cluster.yaml cannot be decrypted, {@code PLUGIN_FAILED}; absent if they are known
 * @param check the newest check of the cluster that has ended, unless its job was removed; absent if there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationCluster(
        String uuid,
        String name,
        String namespace,
        @JsonProperty("chart_name") String chartName,
        @JsonProperty("chart_version") String chartVersion,
        String engine,
        String status,
        @JsonProperty("party_id") String partyId,
        boolean exchange,
        String network,
        List<FederationGateway> gateways,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unknown,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FederationCheck check) {}
