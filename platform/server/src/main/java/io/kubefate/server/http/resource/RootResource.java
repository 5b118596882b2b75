package io.kubefate.server.http.resource;

import io.kubefate.api.Reply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Reports that the service runs. Besides the login, the only resource that needs no token. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RootResource {

    /** Reports that the service runs. Browsers get the console. */
    @GET
    @Public
    public Reply<Void> root() {
        return new Reply<>("kubefate run Success", null);
    }

    /** Existing clients know this refusal of the root of the API. */
    @GET
    @Public
    @Path("v1")
    @SuppressWarnings("DoNotCallSuggester") // Jersey calls it
    public Reply<Void> api() {
        throw new KubefateException(ErrorCode.INVALID_REQUEST, "error path");
    }
}
