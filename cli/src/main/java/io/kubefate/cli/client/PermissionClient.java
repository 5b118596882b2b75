package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Reply;
import io.kubefate.api.RoleGrant;
import io.kubefate.api.RoleGrantArgs;
import io.kubefate.cli.client.http.Transport;
import java.util.List;

/** The roles of users and groups. */
public final class PermissionClient {

    private final Transport transport;

    PermissionClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return the selected roles} */
    public ListPart<RoleGrant> list(ListQuery query) {
        String path = KubefateClient.path("v1/permission", query.text());
        return query.part(transport.send("GET", path, new TypeReference<Reply<List<RoleGrant>>>() {}));
    }

    public RoleGrant grant(RoleGrantArgs args) {
        return transport
                .send("POST", "v1/permission", args, new TypeReference<Reply<RoleGrant>>() {})
                .result();
    }

    public void revoke(RoleGrant grant) {
        transport.send(
                "DELETE", "v1/permission/" + KubefateClient.segment(grant.id()), new TypeReference<Reply<Void>>() {});
    }
}
