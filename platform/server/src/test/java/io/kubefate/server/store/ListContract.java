package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.cluster.ClusterFilter;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterSort;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobFilter;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobSort;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.RowPosition;
import io.kubefate.server.store.row.RowRange;
import io.kubefate.server.store.row.SortColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of sorted and filtered lists. */
abstract class ListContract extends StoreContract {

    private static final ClusterFilter ALL_CLUSTERS = clusters("", "", "", "");
    private static final JobFilter ALL_JOBS = jobs("", "", "", "", "");

    ListContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void storeClusters() {
        int second = 0;
        for (String name : List.of("delta", "alpha", "charlie", "bravo", "echo")) {
            String namespace = name.compareTo("c") < 0 ? "east" : "west";
            ClusterRecord cluster = TestRows.cluster(name, namespace, "name: " + name, NOON.minusSeconds(second++));
            clusters.acceptInstall(
                    cluster, revision(cluster), job(cluster, JobMethod.ClusterInstall), RequestConditions.NONE);
        }
        JobRecord first = jobs.claim("installer", NOON, LEASE).orElseThrow();
        jobs.finish(first.lease().orElseThrow(), JobStatus.Success, ClusterStatus.Running, NOON.plusSeconds(9));
    }

    static Stream<Arguments> clusterOrders() {
        return ClusterSort.COLUMNS.stream().flatMap(ListContract::orders);
    }

    static Stream<Arguments> jobOrders() {
        return JobSort.COLUMNS.stream().flatMap(ListContract::orders);
    }

    private static Stream<Arguments> orders(SortColumn<?> column) {
        return Stream.of(false, true).map(descending -> Arguments.of(column, descending));
    }

    @ParameterizedTest
    @MethodSource("clusterOrders")
    void thePartsOfSortedClustersAreTheWholeList(SortColumn<ClusterRecord> sort, boolean descending) {
        RowRange order = new RowRange(sort.column(), descending, Optional.empty(), 2);
        Comparator<ClusterRecord> ascending = sort.type() == SortColumn.Type.ROW_NUMBER
                ? Comparator.comparing(ClusterRecord::id)
                : Comparator.comparing(sort.value()).thenComparing(ClusterRecord::id);

        List<ClusterRecord> parts = new ArrayList<>();
        List<ClusterRecord> part = lists().clusters(ALL_CLUSTERS, order);
        while (!part.isEmpty()) {
            parts.addAll(part);
            ClusterRecord last = part.get(part.size() - 1);
            RowRange rest = after(order, sort.value().apply(last), last.id());
            assertThat(lists().countClusters(ALL_CLUSTERS, rest)).isEqualTo(5 - parts.size());
            part = lists().clusters(ALL_CLUSTERS, rest);
        }

        assertThat(parts)
                .isSortedAccordingTo(descending ? ascending.reversed() : ascending)
                .containsExactlyInAnyOrderElementsOf(clusters.list(false));
    }

    @ParameterizedTest
    @MethodSource("jobOrders")
    void thePartsOfSortedJobsAreTheWholeList(SortColumn<JobRecord> sort, boolean descending) {
        RowRange order = new RowRange(sort.column(), descending, Optional.empty(), 2);
        Comparator<JobRecord> ascending = sort.type() == SortColumn.Type.ROW_NUMBER
                ? Comparator.comparing(JobRecord::id)
                : Comparator.comparing(sort.value()).thenComparing(JobRecord::id);

        List<JobRecord> parts = new ArrayList<>();
        List<JobRecord> part = lists().jobs(ALL_JOBS, order);
        while (!part.isEmpty()) {
            parts.addAll(part);
            JobRecord last = part.get(part.size() - 1);
            RowRange rest = after(order, sort.value().apply(last), last.id());
            assertThat(lists().countJobs(ALL_JOBS, rest)).isEqualTo(5 - parts.size());
            part = lists().jobs(ALL_JOBS, rest);
        }

        assertThat(parts)
                .isSortedAccordingTo(descending ? ascending.reversed() : ascending)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPartBeginsWhereThePreviousOneEndedAlsoIfRowsWereAddedAndDeleted() {
        RowRange byName = new RowRange("name", false, Optional.empty(), 2);
        ClusterRecord bravo = lists().clusters(ALL_CLUSTERS, byName).get(1);

        install("aaa");
        install("bravo2");
        jdbi.useHandle(handle -> handle.execute("delete from cluster where name in ('bravo', 'alpha')"));

        assertThat(lists().clusters(ALL_CLUSTERS, after(byName, bravo.name(), bravo.id())))
                .extracting(ClusterRecord::name)
                .containsExactly("bravo2", "charlie");
    }

    @ParameterizedTest
    @CsvSource({
        "Running,    ,     ,     , delta",
        "Pending,    , west,     , charlie echo",
        "       , echo,    ,     , echo",
        "       ,    ,     , fate, delta alpha charlie bravo echo",
        "       ,    ,     , none, ''",
    })
    void clustersAreFiltered(String status, String name, String namespace, String chart, String names) {
        assertThat(lists().clusters(clusters(status, name, namespace, chart), everything()))
                .extracting(ClusterRecord::name)
                .containsExactlyElementsOf(words(names));
    }

    @ParameterizedTest
    @CsvSource({"lph, alpha", "east, alpha bravo", "v1.5, delta alpha charlie bravo echo", "100%, ''", "_, ''"})
    void clustersAreFoundByAPartOfTheirText(String text, String names) {
        ClusterFilter filter = new ClusterFilter(
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty());

        assertThat(lists().clusters(filter, everything()))
                .extracting(ClusterRecord::name)
                .containsExactlyElementsOf(words(names));
    }

    @ParameterizedTest
    @CsvSource({
        "Success,                ,     ,     ,     , 1",
        "Pending,                , east,     ,     , 2",
        "       , ClusterDelete  ,     ,     ,     , 0",
        "       , ClusterInstall ,     , echo,     , 1",
        "       ,                ,     ,     , fate, 5",
        "       ,                , east, echo,     , 0",
    })
    void jobsAreFiltered(String status, String method, String namespace, String name, String chart, int count) {
        assertThat(lists().jobs(jobs(status, method, namespace, name, chart), everything()))
                .hasSize(count);
    }

    @Test
    void jobsAreFoundByTheirClusterAndByAPartOfTheirText() {
        ClusterRecord delta = clusters.findByName("delta", "west").orElseThrow();
        JobFilter ofDelta = new JobFilter(
                Set.of(),
                Set.of(),
                Optional.of(delta.uuid()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("elt"),
                Optional.empty());

        assertThat(lists().jobs(ofDelta, everything()))
                .extracting(JobRecord::clusterUuid)
                .containsExactly(delta.uuid());
    }

    @ParameterizedTest
    @CsvSource({"east, 2", "'east west', 5", "'', 0", "none, 0"})
    void onlyWhatIsVisibleIsListed(String namespaces, int count) {
        Optional<Set<String>> visible = Optional.of(Set.copyOf(words(namespaces)));
        ClusterFilter ofClusters = new ClusterFilter(
                true, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), visible);
        JobFilter ofJobs = new JobFilter(
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                visible);

        assertThat(lists().clusters(ofClusters, everything())).hasSize(count);
        assertThat(lists().jobs(ofJobs, everything())).hasSize(count);
    }

    private static RowRange after(RowRange range, String value, long id) {
        return new RowRange(range.column(), range.descending(), Optional.of(new RowPosition(value, id)), range.limit());
    }

    private ListStore lists() {
        return new ListStore(jdbi);
    }

    private static RowRange everything() {
        return new RowRange("id", false, Optional.empty(), Integer.MAX_VALUE);
    }

    private static ClusterFilter clusters(String status, String name, String namespace, String chart) {
        Set<ClusterStatus> statuses =
                text(status).map(value -> Set.of(ClusterStatus.valueOf(value))).orElse(Set.of());
        return new ClusterFilter(
                false, statuses, text(name), text(namespace), text(chart), Optional.empty(), Optional.empty());
    }

    private static JobFilter jobs(String status, String method, String namespace, String name, String chart) {
        return new JobFilter(
                text(status).map(value -> Set.of(JobStatus.valueOf(value))).orElse(Set.of()),
                text(method).map(value -> Set.of(JobMethod.valueOf(value))).orElse(Set.of()),
                Optional.empty(),
                text(name),
                text(namespace),
                text(chart),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(given -> !given.isEmpty());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
