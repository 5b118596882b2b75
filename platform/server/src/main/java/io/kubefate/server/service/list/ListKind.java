package io.kubefate.server.service.list;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of the REST API: by what they can be sorted and filtered. The first sort is the default of a list in parts. */
public enum ListKind {
    CLUSTERS(
            List.of("created", "updated", "name", "namespace", "status"),
            new Filters().of("status", names(ClusterStatus.values())).text("name", "namespace", "chart", "text")),
    JOBS(
            List.of("created", "updated", "status", "method"),
            new Filters()
                    .of("status", names(JobStatus.values()))
                    .of("method", names(JobMethod.values()))
                    .text("cluster", "name", "namespace", "chart", "text")),
    REVISIONS(
            List.of("created", "status"),
            new Filters().of("status", names(JobStatus.values())).text("text")),
    EVENTS(
            List.of("created", "status"),
            new Filters().of("status", List.of("Normal", "Warning")).text("text")),
    CHARTS(List.of("name"), new Filters().text("name", "text")),
    PLUGINS(
            List.of("name", "status", "updated"),
            new Filters()
                    .of("status", List.of("loaded", "disabled", "rejected", "refused"))
                    .text("name", "text")),
    NAMESPACES(
            List.of("name", "status"),
            new Filters().of("status", List.of("Active", "Terminating")).text("name", "text"));

    private final List<String> sorts;
    private final Map<String, List<String>> filters;

    ListKind(List<String> sorts, Filters filters) {
        this.sorts = sorts;
        this.filters = filters.byName;
    }

    public List<String> sorts() {
        return sorts;
    }

    /** Returns the filters with their values; a filter without values accepts any text. */
    public Map<String, List<String>> filters() {
        return filters;
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static final class Filters {

        private final Map<String, List<String>> byName = new LinkedHashMap<>();

        private Filters of(String name, List<String> values) {
            byName.put(name, values);
            return this;
        }

        private Filters text(String... names) {
            for (String name : names) {
                byName.put(name, List.of());
            }
            return this;
        }
    }
}
