package io.kubefate.server.service.audit;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Selects a part of the audit, by the parameters of a request.
 *
 * @param limit the number of entries, at most {@value #MAX_LIMIT}
 * @param before only entries with a smaller number
 */
public record AuditFilter(AuditQuery query, int limit, long before) {

    static final int DEFAULT_LIMIT = 100;
    static final int MAX_LIMIT = 1000;

    /**
     * Reads a filter.
     *
     * @param parameter returns the value of {@code user}, {@code verb}, {@code namespace}, {@code cluster}, {@code result}, {@code since},
     *     {@code until} (RFC 3339), {@code text}, {@code limit} or {@code continue}
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public static AuditFilter of(Function<String, Optional<String>> parameter) {
        Function<String, Optional<String>> given = name -> parameter.apply(name).filter(value -> !value.isEmpty());
        AuditQuery query = new AuditQuery(
                given.apply("user").orElse(""),
                given.apply("verb").orElse(""),
                given.apply("namespace").orElse(""),
                given.apply("cluster").orElse(""),
                given.apply("result").map(AuditFilter::result).orElse(""),
                given.apply("since").map(AuditFilter::time).orElse(AuditQuery.ALWAYS),
                given.apply("until").map(AuditFilter::time).orElse(AuditQuery.NEVER),
                given.apply("text").orElse(""));
        long limit = given.apply("limit").map(text -> number("limit", text)).orElse((long) DEFAULT_LIMIT);
        long before =
                given.apply("continue").map(text -> number("continue", text)).orElse(Long.MAX_VALUE);
        return new AuditFilter(query, (int) Math.min(limit, MAX_LIMIT), before);
    }

    /** Returns the values of {@code result}. */
    public static List<String> results() {
        return Arrays.stream(AuditResult.values())
                .map(result -> result.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String result(String text) {
        return Arrays.stream(AuditResult.values())
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> invalid("result must be one of " + String.join(", ", results()) + ", not " + text));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid("since and until must be times like 2026-01-31T12:00:00Z, not " + text);
        }
    }

    private static long number(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw invalid(name + " must be a positive number, not " + text);
        }
        return Long.parseLong(text);
    }

    private static KubefateException invalid(String message) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message);
    }
}
