package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Reply;
import io.kubefate.api.VersionReply;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;

@Path("/v1/version")
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource {

    private final String version;
    private final Supplier<String> kubernetes;

    public VersionResource(String version, Supplier<String> kubernetes) {
        this.version = requireNonNull(version, "version is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
    }

    /** Returns the version of the service, for example {@code v3.0.0}. */
    @GET
    public VersionReply version() {
        return new VersionReply("getVersion Success", version);
    }

    /** Returns the address and version of Kubernetes. */
    @GET
    @Path("kubernetes")
    public Reply<String> kubernetes() {
        return new Reply<>("getKubernetes Success", kubernetes.get());
    }
}
