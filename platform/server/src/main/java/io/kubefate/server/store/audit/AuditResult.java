package io.kubefate.server.store.audit;

import java.util.Locale;

/** What became of a request. The names are stored. */
public enum AuditResult {
    /** It was accepted. */
    OK,
    /** The user is unknown, may not do it, or has tried too often. */
    DENIED,
    /** It is wrong, or not possible at the moment. */
    REJECTED,
    /** The service, its database or Kubernetes failed. */
    FAILED;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Returns the result as clients see it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the result of a request by the HTTP status of its response. */
    public static AuditResult of(int status) {
        if (status < 400) {
            return OK;
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN || status == TOO_MANY_REQUESTS) {
            return DENIED;
        }
        return status < 500 ? REJECTED : FAILED;
    }
}
