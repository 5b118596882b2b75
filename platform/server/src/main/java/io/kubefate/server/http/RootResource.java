package io.kubefate.server.http;

import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Tells that the service runs; load balancers and existing clients look here. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RootResource {

    /** {@return that it runs} */
    @GET
    @PermitAll
    public Map<String, String> running() {
        return Map.of("msg", "kubefate run Success");
    }

    /** {@return nothing: the path is no endpoint} */
    @GET
    @Path("v1")
    @PermitAll
    @SuppressWarnings("DoNotCallSuggester") // Jersey calls it
    public Map<String, String> base() {
        throw new KubefateException(ErrorCode.INVALID_REQUEST, "error path");
    }
}
