package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Plugin;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.JarUpload;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import io.kubefate.server.service.plugin.PluginService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

@Path("/v1/plugin")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginResource {

    private final PluginService plugins;

    public PluginResource(PluginService plugins) {
        this.plugins = requireNonNull(plugins, "plugins is null");
    }

    /** Lists the installed plugins, then the rejected jars in the plugins folder of this server. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    @ListOf(ListKind.PLUGINS)
    public Reply<List<Plugin>> list(@Context UriInfo uri, @Auth User user) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of(
                "getPluginList Success",
                plugins.list(parameters.read(ListKind.PLUGINS), user.namespaces(Permission.VIEW)));
    }

    /** Returns an installed plugin. */
    @GET
    @Path("{id}")
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<Plugin> find(@PathParam("id") String id, @Auth User user) {
        return new Reply<>("getPlugin Success", plugins.find(id, user.namespaces(Permission.VIEW)));
    }

    /** Installs the plugin in a form's field {@code file}. */
    @POST
    @Requires(Permission.PLUGINS)
    @Audited("plugin install")
    public Reply<Plugin> install(InputStream body, @BeanParam JarUpload upload, @Auth User user) throws IOException {
        return new Reply<>(
                "createPlugin Success", upload.receive(body, plugins, jar -> plugins.install(jar, user.name())));
    }

    /**
     * Upgrades a plugin.
     *
     * @param force whether an older version, or different content of the same version, is accepted
     */
    @PUT
    @Path("{id}")
    @Requires(Permission.PLUGINS)
    @Audited("plugin upgrade")
    public Reply<Plugin> upgrade(
            @PathParam("id") String id,
            @QueryParam("force") @DefaultValue("false") boolean force,
            InputStream body,
            @BeanParam JarUpload upload,
            @Auth User user)
            throws IOException {
        return new Reply<>(
                "setPlugin Success",
                upload.receive(body, plugins, jar -> plugins.upgrade(id, jar, force, user.name())));
    }

    /** Enables or disables a plugin; the body is {@code true} or {@code false}. */
    @PUT
    @Path("{id}/enabled")
    @Requires(Permission.PLUGINS)
    @Audited("plugin enable")
    public Reply<Plugin> setEnabled(
            @PathParam("id") String id,
            @JsonBody(Boolean.class) InputStream body,
            @Auth User user,
            @Context HttpServletRequest request) {
        boolean enabled = RequestReader.read(body, Boolean.class);
        AuditTrail.of(request).detail(enabled ? "enabled" : "disabled");
        return new Reply<>("setPlugin Success", plugins.setEnabled(id, enabled, user.name()));
    }

    /**
     * Removes a plugin.
     *
     * @param force whether to remove it even if clusters use it
     */
    @DELETE
    @Path("{id}")
    @Requires(Permission.PLUGINS)
    @Audited("plugin remove")
    public Reply<Void> remove(
            @PathParam("id") String id, @QueryParam("force") @DefaultValue("false") boolean force, @Auth User user) {
        plugins.remove(id, force, user.name());
        return new Reply<>("deletePlugin Success", null);
    }
}
