package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.AuditEntry;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit. */
public final class AuditClient {

    /** What the service returns at once. */
    private static final int PAGE = 1000;

    private final Transport transport;

    AuditClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return the selected requests up to the limit, by default the newest first} */
    public ListPart<AuditEntry> list(ListQuery query) {
        int limit = query.limit().orElse(PAGE);
        List<AuditEntry> entries = new ArrayList<>();
        String from = "";
        Reply<List<AuditEntry>> reply;
        do {
            String page =
                    query.withLimit(Math.min(PAGE, limit - entries.size())).text();
            reply = transport.send("GET", KubefateClient.path("v1/audit", page, from), new TypeReference<>() {});
            entries.addAll(reply.result());
            from = Optional.ofNullable(reply.next())
                    .map(next -> "continue=" + KubefateClient.segment(next))
                    .orElse("");
        } while (!from.isEmpty() && entries.size() < limit);
        return ListPart.of(entries, reply);
    }
}
