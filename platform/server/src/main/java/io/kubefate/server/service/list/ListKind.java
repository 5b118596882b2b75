package io.kubefate.server.service.list;

import io.kubefate.server.store.audit.AuditResult;
import io.kubefate.server.store.audit.AuditSort;
import io.kubefate.server.store.cluster.ClusterSort;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobSort;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.row.SortColumn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of the REST API: by what they can be sorted and filtered. The first sort is the default of a list in parts. */
public enum ListKind {
    CLUSTERS(
            fields(ClusterSort.COLUMNS),
            new Filters().of("status", names(ClusterStatus.values())).text("name", "namespace", "chart", "text")),
    JOBS(
            fields(JobSort.COLUMNS),
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
            new Filters().of("status", List.of("Active", "Terminating")).text("name", "text")),
    USERS(
            List.of("created", "updated", "name", "status"),
            new Filters().of("status", List.of("Available", "Deprecate")).text("name", "text")),
    TOKENS(List.of("created", "expires", "name", "user"), new Filters().text("name", "user", "text")),
    PERMISSIONS(
            List.of("created", "subject", "role", "namespace"),
            new Filters().of("subject_kind", List.of("user", "group")).text("subject", "role", "namespace", "text")),

    /** Millions of rows: the newest ones first, and never all at once. */
    AUDIT(
            fields(AuditSort.COLUMNS),
            new Filters()
                    .text("user", "namespace", "text")
                    .described("verb", ListFilter.text("The verb, or the first word of verbs with two words."))
                    .described("cluster", ListFilter.text("A name, namespace/name or UUID."))
                    .of(
                            "result",
                            Arrays.stream(AuditResult.values())
                                    .map(AuditResult::text)
                                    .toList())
                    .described("since", ListFilter.time("Only rows from this time on."))
                    .described("until", ListFilter.time("Only rows before this time.")),
            true,
            Optional.of(100));

    private final List<String> sorts;
    private final Map<String, ListFilter> filters;
    private final boolean newestFirst;
    private final Optional<Integer> usualLimit;

    ListKind(List<String> sorts, Filters filters) {
        this(sorts, filters, false, Optional.empty());
    }

    ListKind(List<String> sorts, Filters filters, boolean newestFirst, Optional<Integer> usualLimit) {
        this.sorts = sorts;
        this.filters = filters.byName;
        this.newestFirst = newestFirst;
        this.usualLimit = usualLimit;
    }

    public List<String> sorts() {
        return sorts;
    }

    public Map<String, ListFilter> filters() {
        return filters;
    }

    /** Returns how many rows a part has by default; empty for all. */
    public Optional<Integer> usualLimit() {
        return usualLimit;
    }

    SortOrder usualOrder() {
        return new SortOrder(sorts.get(0), newestFirst);
    }

    private static List<String> fields(List<? extends SortColumn<?>> columns) {
        return columns.stream().<String>map(SortColumn::field).toList();
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static final class Filters {

        private final Map<String, ListFilter> byName = new LinkedHashMap<>();

        private Filters of(String name, List<String> values) {
            return described(name, ListFilter.of(values));
        }

        private Filters text(String... names) {
            for (String name : names) {
                described(name, ListFilter.text("Selects rows by " + name + "."));
            }
            return this;
        }

        private Filters described(String name, ListFilter filter) {
            byName.put(name, filter);
            return this;
        }
    }
}
