package io.kubefate.server.http.security;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * The body of a response with status 429 to a login, in the format of its other refusals, which existing clients show.
 *
 * @param code always 429
 */
public record TooManyLogins(int code, String message) {

    /**
     * Creates the response.
     *
     * @param wait the time until the next login is checked
     */
    public static Response response(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new TooManyLogins(
                        429,
                        "too many failed logins to this account from your address; try again in " + seconds + " s"))
                .build();
    }
}
