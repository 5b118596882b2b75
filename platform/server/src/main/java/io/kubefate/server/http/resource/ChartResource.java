package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Chart;
import io.kubefate.api.Reply;
import io.kubefate.api.UploadedChart;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.JarUpload;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import io.kubefate.server.service.plugin.ChartService;
import io.kubefate.server.service.plugin.PluginService;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The releases that plugins serve; existing clients know them as charts. */
@Path("/v1/chart")
@Produces(MediaType.APPLICATION_JSON)
public final class ChartResource {

    private final ChartService charts;
    private final PluginService plugins;

    public ChartResource(ChartService charts, PluginService plugins) {
        this.charts = requireNonNull(charts, "charts is null");
        this.plugins = requireNonNull(plugins, "plugins is null");
    }

    /** Lists the releases of the loaded plugins, without their templates. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    @ListOf(ListKind.CHARTS)
    public Reply<List<Chart>> list(@Context UriInfo uri) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of("getChartList Success", charts.list(parameters.read(ListKind.CHARTS)));
    }

    /** Returns a release with its templates. */
    @GET
    @Path("{uuid}")
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<Chart> find(@PathParam("uuid") String uuid) {
        return new Reply<>("getChart Success", charts.find(uuid));
    }

    /**
     * Returns an example of a cluster.yaml.
     *
     * @param comments whether to return the example for people in place of one with every key
     */
    @GET
    @Path("valueTemplateExample/{name}/{version}")
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<String> example(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @QueryParam("comments") @DefaultValue("false") boolean comments) {
        String example = comments ? charts.example(name, version) : charts.template(name, version);
        return new Reply<>("getChartByNameVersion Success", example);
    }

    /**
     * Returns the JSON Schema (2020-12) of the cluster.yaml of a release, as it is, for editors.
     *
     * @param engine the engine, if several are available
     */
    @GET
    @Path("schema/{name}/{version}")
    @Produces("application/schema+json")
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public String schema(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @QueryParam("engine") @Nullable String engine) {
        return charts.schema(name, version, Optional.ofNullable(engine).filter(given -> !given.isEmpty()));
    }

    /** Installs or upgrades the plugin in a form's field {@code file}; returns the id of its first release. */
    @POST
    @Requires(Permission.PLUGINS)
    @Audited("plugin upload")
    public Reply<UploadedChart> upload(InputStream body, @BeanParam JarUpload upload, @Auth User user)
            throws IOException {
        return new Reply<>(
                "CreateChart Success", upload.receive(body, plugins, jar -> charts.upload(jar, user.name())));
    }

    /** Removes the plugin that serves a release; succeeds if the id is unknown. */
    @DELETE
    @Path("{uuid}")
    @Requires(Permission.PLUGINS)
    @Audited("plugin remove")
    public Reply<Void> delete(@PathParam("uuid") String uuid, @Auth User user) {
        charts.delete(uuid, user.name());
        return new Reply<>("deleteChart Success", null);
    }
}
