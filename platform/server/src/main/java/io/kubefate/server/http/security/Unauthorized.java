package io.kubefate.server.http.security;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The body of a response with status 401, as existing clients know it.
 *
 * @param code always 401
 */
public record Unauthorized(int code, String message) {

    public static Response response(String message) {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "JWT realm=gin jwt")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Unauthorized(401, message))
                .build();
    }
}
