package io.kubefate.server.http.security;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The body of a response with status 403, as existing clients know it.
 *
 * @param code always 403
 */
public record Forbidden(int code, String message) {

    public static Response response(String message) {
        return Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Forbidden(403, message))
                .build();
    }
}
