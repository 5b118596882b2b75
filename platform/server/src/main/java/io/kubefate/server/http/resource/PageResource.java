package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPage;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.service.access.PageService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The web pages of a cluster. */
@Path("/v1/cluster/{uuid}/pages")
@Produces(MediaType.APPLICATION_JSON)
public final class PageResource {

    private final PageService pages;

    public PageResource(PageService pages) {
        this.pages = requireNonNull(pages, "pages is null");
    }

    /** Lists pages by name. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    @Audited("pages")
    public Reply<List<ClusterPage>> list(@PathParam("uuid") String uuid) {
        return new Reply<>("getClusterPages Success", pages.list(uuid));
    }
}
