package io.kubefate.server.service.audit;

import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditResult;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps the filters of a request to those of the stored audit. */
final class AuditFilter {

    private AuditFilter() {}

    static AuditQuery of(ListRequest request) {
        return new AuditQuery(
                request.filter("user").orElse(""),
                request.filter("verb").orElse(""),
                request.filter("namespace").orElse(""),
                request.filter("cluster").orElse(""),
                results(request),
                request.time("since").orElse(AuditQuery.ALWAYS),
                request.time("until").orElse(AuditQuery.NEVER),
                request.text().orElse(""));
    }

    private static Set<AuditResult> results(ListRequest request) {
        return request.values("result").stream()
                .map(text -> AuditResult.valueOf(text.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
