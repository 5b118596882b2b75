package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A module through which other parties reach a cluster.
 *
 * @param module the module
 * @param protocol what both sides must have in common, for example {@code eggroll}
 * @param addresses where others connect, as far as it is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationGateway(String module, String protocol, List<FederationAddress> addresses) {}
