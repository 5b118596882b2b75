package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Reply;
import io.kubefate.api.VersionReply;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;

@Path("/v1/version")
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource {

    private final String version;
    private final Supplier<String> kubernetes;
    private final Supplier<Optional<String>> warning;

    /**
     * Creates the resource.
     *
     * @param version of the service, for example {@code v3.0.0}
     * @param kubernetes describes Kubernetes
     * @param warning says what the administrator has to change
     */
    public VersionResource(String version, Supplier<String> kubernetes, Supplier<Optional<String>> warning) {
        this.version = requireNonNull(version, "version is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.warning = requireNonNull(warning, "warning is null");
    }

    /** Returns the version of the service, and a warning about its settings. */
    @GET
    @Authenticated
    public VersionReply version() {
        return new VersionReply("getVersion Success", version, warning.get().orElse(null));
    }

    /** Returns the address and version of Kubernetes. */
    @GET
    @Path("kubernetes")
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<String> kubernetes() {
        return new Reply<>("getKubernetes Success", kubernetes.get());
    }
}
