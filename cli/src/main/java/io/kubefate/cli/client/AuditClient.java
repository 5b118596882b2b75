package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.AuditEntry;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The audit. */
public final class AuditClient {

    /** What the service returns at once. */
    private static final int PAGE = 1000;

    private final Transport transport;

    AuditClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /**
     * Lists requests, newest first.
     *
     * @param filters the values by the name of the parameter
     * @param limit the number of requests at most
     */
    public List<AuditEntry> list(Map<String, String> filters, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        Map<String, String> parameters = new TreeMap<>(filters);
        boolean more = true;
        while (more) {
            parameters.put("limit", String.valueOf(Math.min(PAGE, limit - entries.size())));
            Reply<List<AuditEntry>> reply =
                    transport.send("GET", "v1/audit?" + query(parameters), new TypeReference<>() {});
            entries.addAll(reply.result());
            Optional<String> next = Optional.ofNullable(reply.next());
            next.ifPresent(from -> parameters.put("continue", from));
            more = next.isPresent() && entries.size() < limit;
        }
        return entries;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + KubefateClient.segment(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }
}
