package io.kubefate.server.service;

import io.kubefate.api.Chart;
import java.util.List;

/** The releases that the loaded plugins serve, as charts. */
public class ChartService {

    /** {@return every release of every loaded plugin, by name, version and engine} */
    public List<Chart> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * One release.
     *
     * @param uuid its id
     * @return the release
     */
    public Chart find(String uuid) {
        throw new UnsupportedOperationException();
    }

    /**
     * A cluster.yaml to start from.
     *
     * @param name the chart's name
     * @param version the chart's version
     * @return YAML text
     */
    public String example(String name, String version) {
        throw new UnsupportedOperationException();
    }
}
