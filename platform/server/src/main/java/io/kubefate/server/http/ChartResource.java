package io.kubefate.server.http;

import io.kubefate.api.Chart;
import io.kubefate.api.Reply;
import io.kubefate.server.service.ChartService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The releases that can be installed, as existing clients know charts. */
@Path("/v1/chart")
@Produces(MediaType.APPLICATION_JSON)
public final class ChartResource {

    private final ChartService charts;

    ChartResource(ChartService charts) {
        this.charts = charts;
    }

    /** {@return all releases} */
    @GET
    public Reply<List<Chart>> list() {
        return new Reply<>("getChartList Success", charts.list());
    }

    /**
     * One release.
     *
     * @param uuid its id
     * @return the release
     */
    @GET
    @Path("{uuid}")
    public Reply<Chart> describe(@PathParam("uuid") String uuid) {
        return new Reply<>("getChart Success", charts.find(uuid));
    }

    /**
     * A cluster.yaml to start from.
     *
     * @param name the chart's name
     * @param version the chart's version
     * @return its text
     */
    @GET
    @Path("valueTemplateExample/{name}/{version}")
    public Reply<String> example(@PathParam("name") String name, @PathParam("version") String version) {
        return new Reply<>("getChartByNameVersion Success", charts.example(name, version));
    }
}
