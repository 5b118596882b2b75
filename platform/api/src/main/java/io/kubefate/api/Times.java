package io.kubefate.api;

import java.time.Instant;

/** How the API writes times: RFC 3339 in UTC, and never null where existing clients expect a time. */
public final class Times {

    /** Stands for "not yet": Go's zero time, which existing clients decode. */
    public static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private Times() {}
}
