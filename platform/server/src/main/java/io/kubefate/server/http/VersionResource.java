package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

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
        this.version = requireNonNull(version, "version is null");
    }

    /** {@return the version, for example {@code v3.0.0}} */
    @GET
    public VersionReply version() {
        return new VersionReply("getVersion Success", version);
    }
}
