package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a token.
 *
 * @param name what it is for
 * @param expires when it expires, in RFC 3339, at most a year from now; null is in 90 days
 * @param user its owner; null is the user who sends the request
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiTokenArgs(
        @Nullable String name,
        @Nullable String expires,
        @Nullable String user) {}
