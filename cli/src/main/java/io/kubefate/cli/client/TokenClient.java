package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ApiToken;
import io.kubefate.api.ApiTokenArgs;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Long-lived tokens for programs. */
public final class TokenClient {

    private final Transport transport;

    TokenClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    public List<ApiToken> list() {
        return list(ListQuery.all()).items();
    }

    /** {@return the selected tokens} */
    public ListPart<ApiToken> list(ListQuery query) {
        String path = KubefateClient.path("v1/token", query.text());
        return query.part(transport.send("GET", path, new TypeReference<Reply<List<ApiToken>>>() {}));
    }

    /**
     * Creates a token.
     *
     * @param expires empty for the default of the service
     * @param user the owner; empty for oneself
     * @return with the secret
     */
    public ApiToken create(String name, Optional<Instant> expires, Optional<String> user) {
        ApiTokenArgs args =
                new ApiTokenArgs(name, expires.map(Instant::toString).orElse(null), user.orElse(null));
        return transport
                .send("POST", "v1/token", args, new TypeReference<Reply<ApiToken>>() {})
                .result();
    }

    public void revoke(String uuid) {
        transport.send("DELETE", "v1/token/" + KubefateClient.segment(uuid), new TypeReference<Reply<Void>>() {});
    }
}
