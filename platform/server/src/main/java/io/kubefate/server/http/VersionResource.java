package io.kubefate.server.http;

import io.kubefate.api.VersionReply;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The service's version. */
@Path("/v1/version")
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource {

    private final String version;

    VersionResource(String version) {
        this.version = version;
    }

    /** {@return the version} */
    @GET
    public VersionReply version() {
        return new VersionReply("getVersion Success", version);
    }
}
