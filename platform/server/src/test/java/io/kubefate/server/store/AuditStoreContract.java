package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.audit.AuditActor;
import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditOutcome;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.audit.AuditResult;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.row.RowPosition;
import io.kubefate.server.store.row.RowRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who requested what. */
abstract class AuditStoreContract extends StoreContract {

    private static final AuditActor ANN = new AuditActor("ann", "session", "t-1", "192.0.2.1", "kubefate/v3.0.0");
    private static final AuditObject CLUSTER = new AuditObject("cluster", "fate-9999", "alpha", "c-1");

    private AuditStore audit;

    AuditStoreContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> handle.execute("delete from audit"));
        audit = new AuditStore(jdbi);
    }

    @Test
    void rowsComeBackAsTheyWereNewestFirst() {
        AuditRecord first = row(NOON, ANN, "install", CLUSTER, 200);
        AuditRecord second = row(NOON.plusSeconds(1), ANN, "stop", new AuditObject("job", "n", "m", "j-1"), 409);

        audit.append(List.of(first, second));

        assertThat(audit.list(AuditQuery.ALL, newest(10)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
                .containsExactly(second, first);
    }

    @Test
    void aListContinuesWhereItEnded() {
        for (int second = 0; second < 5; second++) {
            audit.append(List.of(row(NOON.plusSeconds(second), ANN, "update", CLUSTER, 200)));
        }
        List<AuditRecord> first = audit.list(AuditQuery.ALL, newest(3));
        long last = first.get(2).number();
        RowRange behind = new RowRange("number", true, Optional.of(new RowPosition(String.valueOf(last), last)), 3);
        List<AuditRecord> rest = audit.list(AuditQuery.ALL, behind);

        assertThat(first)
                .extracting(AuditRecord::at)
                .containsExactly(NOON.plusSeconds(4), NOON.plusSeconds(3), NOON.plusSeconds(2));
        assertThat(rest).extracting(AuditRecord::at).containsExactly(NOON.plusSeconds(1), NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "ann, '', '', '', '', '', 'plugin install;stop;install'",
        "Ann, '', '', '', '', '', ''",
        "'', install, '', '', '', '', install",
        "'', plugin, '', '', '', '', 'plugin install'",
        "'', inst, '', '', '', '', ''",
        "'', '', fate-9999, '', '', '', 'stop;install'",
        "'', '', '', alpha, '', '', 'stop;install'",
        "'', '', '', fate-9999/alpha, '', '', 'stop;install'",
        "'', '', '', c-1, '', '', install",
        "'', '', '', demo, '', '', ''",
        "'', '', '', '', DENIED, '', login",
        "'', '', '', '', '', CURL, login",
        "'', '', '', '', '', '%', ''",
        "ann, '', fate-9999, '', REJECTED, '', stop",
    })
    void filtersSelectRows(
            String user, String verb, String namespace, String cluster, String result, String text, String expected) {
        audit.append(List.of(
                row(NOON, ANN, "install", CLUSTER, 200),
                row(NOON, ANN, "stop", new AuditObject("job", "fate-9999", "alpha", "j-1"), 409),
                row(NOON, ANN, "plugin install", new AuditObject("plugin", "", "demo", ""), 200),
                row(NOON, new AuditActor("eve", "", "", "192.0.2.2", "curl/8"), "login", AuditObject.NONE, 401)));
        Set<AuditResult> results = result.isEmpty() ? Set.of() : Set.of(AuditResult.valueOf(result));
        AuditQuery query =
                new AuditQuery(user, verb, namespace, cluster, results, AuditQuery.ALWAYS, AuditQuery.NEVER, text);

        assertThat(audit.list(query, newest(10)))
                .extracting(AuditRecord::verb)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(";")));
    }

    @Test
    void aPeriodIncludesItsBeginningButNotItsEnd() {
        audit.append(List.of(
                row(NOON, ANN, "a", CLUSTER, 200),
                row(NOON.plusSeconds(1), ANN, "b", CLUSTER, 200),
                row(NOON.plusSeconds(2), ANN, "c", CLUSTER, 200)));
        AuditQuery query = new AuditQuery("", "", "", "", Set.of(), NOON.plusSeconds(1), NOON.plusSeconds(2), "");

        assertThat(audit.list(query, newest(10))).extracting(AuditRecord::verb).containsExactly("b");
    }

    @Test
    void rowsAreCountedUpToALimit() {
        for (int second = 0; second < 5; second++) {
            audit.append(List.of(row(NOON.plusSeconds(second), ANN, "update", CLUSTER, 200)));
        }

        assertThat(audit.count(AuditQuery.ALL, newest(1), 5)).contains(5L);
        assertThat(audit.count(AuditQuery.ALL, newest(1), 4)).isEmpty();
    }

    @Test
    void oldRowsAreRemovedInBatches() {
        for (int second = 0; second < 5; second++) {
            audit.append(List.of(row(NOON.plusSeconds(second), ANN, "update", CLUSTER, 200)));
        }

        assertThat(audit.removeBefore(NOON.plusSeconds(3), 2)).isEqualTo(2);
        assertThat(audit.removeBefore(NOON.plusSeconds(3), 2)).isEqualTo(1);
        assertThat(audit.removeBefore(NOON.plusSeconds(3), 2)).isZero();
        assertThat(audit.list(AuditQuery.ALL, newest(10)))
                .extracting(AuditRecord::at)
                .containsExactly(NOON.plusSeconds(4), NOON.plusSeconds(3));
    }

    @Test
    void textsOfAnyLengthAndContentAreStored() {
        String hostile = "\u001b[2J\n\0\u202e" + "\ud83d\ude00".repeat(1000);
        AuditActor actor = new AuditActor(hostile, hostile, hostile, hostile, hostile);
        AuditObject object = new AuditObject(hostile, hostile, hostile, hostile);

        audit.append(
                List.of(new AuditRecord(0, NOON, actor, hostile, object, AuditOutcome.of(200, hostile), hostile, 1)));

        AuditRecord stored = audit.list(AuditQuery.ALL, newest(10)).get(0);
        assertThat(stored.actor().userName()).startsWith("?[2J???\ud83d\ude00");
        assertThat(stored.actor().userName()).hasSize(253);
        assertThat(stored.outcome().detail()).hasSize(500);
    }

    @Test
    void clustersAndJobsAreFoundForEver() {
        JobRecord job = install("alpha");
        ClusterRecord cluster = clusters.find(job.clusterUuid()).orElseThrow();
        AuditObject found = new AuditObject("cluster", cluster.namespace(), "alpha", cluster.uuid());
        assertThat(audit.cluster(cluster.namespace(), "alpha")).hasValue(found);

        jdbi.useHandle(handle -> handle.execute(
                "update cluster set active = null, deleted_at = updated_at where uuid = ?", cluster.uuid()));
        jobs.remove(job.uuid(), Instant.now());

        assertThat(audit.cluster(cluster.uuid())).hasValue(found);
        assertThat(audit.cluster(cluster.namespace(), "alpha")).isEmpty();
        assertThat(audit.job(job.uuid())).hasValue(new AuditObject("job", cluster.namespace(), "alpha", job.uuid()));
        assertThat(audit.job("none")).isEmpty();
    }

    private static RowRange newest(int limit) {
        return new RowRange("number", true, Optional.empty(), limit);
    }

    private static AuditRecord row(Instant at, AuditActor actor, String verb, AuditObject object, int status) {
        return new AuditRecord(0, at, actor, verb, object, AuditOutcome.of(status, "detail"), "r-1", 1);
    }
}
