package io.kubefate.api;

import java.time.OffsetDateTime;

/**
 * The reply to a login, in the shape of existing clients.
 *
 * @param code always 200
 * @param expire when the token expires
 * @param token the JSON Web Token for the header {@code Authorization: Bearer …}
 */
public record LoginReply(int code, OffsetDateTime expire, String token) {}
