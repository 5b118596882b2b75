package io.kubefate.api;

import java.time.Instant;

/** Times in the API: RFC 3339 in UTC, and never null where existing clients expect a time. */
public final class Times {

    /** Means "not yet": the zero time of Go, which existing clients can decode. */
    public static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private Times() {}
}
