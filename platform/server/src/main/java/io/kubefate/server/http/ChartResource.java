package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.api.Reply;
import io.kubefate.server.service.ChartService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The releases that plugins serve, under the name that existing clients know. */
@Path("/v1/chart")
@Produces(MediaType.APPLICATION_JSON)
public final class ChartResource {

    private final ChartService charts;

    ChartResource(ChartService charts) {
        this.charts = requireNonNull(charts, "charts is null");
    }

    /** {@return all releases} */
    @GET
    public Reply<List<Chart>> list() {
        return new Reply<>("getChartList Success", charts.list());
    }

    /**
     * Shows a release.
     *
     * @param uuid its id
     * @return the release
     */
    @GET
    @Path("{uuid}")
    public Reply<Chart> find(@PathParam("uuid") String uuid) {
        return new Reply<>("getChart Success", charts.find(uuid));
    }

    /**
     * Gives a cluster.yaml to start from.
     *
     * @param name the chart's name
     * @param version the chart's version
     * @return YAML text
     */
    @GET
    @Path("valueTemplateExample/{name}/{version}")
    public Reply<String> example(@PathParam("name") String name, @PathParam("version") String version) {
        return new Reply<>("getChartByNameVersion Success", charts.example(name, version));
    }
}
