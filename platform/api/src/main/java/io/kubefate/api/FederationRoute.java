package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route of a cluster to a party, or to an exchange.
 *
 * @param from the UUID of the cluster that declares it
 * @param to the UUID of the other cluster, or the id of an outside member
 * @param via the UUID of the exchange through which it leads to the party; absent if it leads there directly
 * @param module the gateway
 * @param protocol what both gateways must have in common
 * @param party the party, or {@code default}
 * @param key the key of the cluster.yaml
 * @param addresses where the gateway connects; empty if the other side polls it
 * @param state {@code MATCHED}, {@code UNKNOWN} if the other side is outside, {@code ONE_WAY} if a route of the other side or of the
 *     exchange is missing, {@code WRONG} if both do not fit
 * @param finding {@code MATCHED}, {@code OUTSIDE}, {@code NO_ROUTE_BACK}, {@code NO_ROUTE_OF_EXCHANGE}, {@code WRONG_ADDRESS},
 *     {@code TLS_ON_ONE_SIDE} or {@code OTHER_PROTOCOL}
 * @param message the finding as a sentence
 * @param remedy what to change; absent if nothing has to change or the change is not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationRoute(
        String from,
        String to,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String via,

        String module,
        String protocol,
        String party,
        String key,
        List<FederationAddress> addresses,
        String state,
        String finding,
        String message,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FederationRemedy remedy) {

    /** {@return whether somebody has to change something} */
    public boolean hasProblem() {
        return state.equals("ONE_WAY") || state.equals("WRONG");
    }
}
