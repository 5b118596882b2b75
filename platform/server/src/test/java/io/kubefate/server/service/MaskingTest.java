package io.kubefate.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.request.RequestConditions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No answer that was asked for with masked=true has a password of the clusters that it is about. */
class MaskingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String FILE =
            "{\"name\":\"alpha\",\"mysql\":{\"user\":\"fate\",\"password\":\"of-the-file\",\"database\":\"db\"}}";
    private static final String OBJECTS =
            "[{\"kind\":\"Secret\",\"metadata\":{\"name\":\"s\"},\"data\":{\"a\":\"eA==\",\"b\":\"bWFkZS11cA==\"}}]";

    private EmbeddedDatabase database;
    private ClusterStore clusters;
    private Masking masking;
    private String alpha;
    private String beta;

    @BeforeEach
    void open() {
        database = new EmbeddedDatabase();
        clusters = new ClusterStore(database.jdbi());
        masking = new Masking(clusters);
        alpha = install("alpha", FILE, OBJECTS);
        beta = install("beta", "name: beta\npassword: of-beta\n", "[]");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void hidesPasswordsOfFileAndObjectsInLogs() {
        assertThat(mask("a of-the-file b\nc made-up d\ntoken=xyz\n", alpha))
                .isEqualTo("a (hidden) b\nc (hidden) d\ntoken=(hidden)\n");
    }

    @Test
    void hidesThemInAClusterAndItsFile() {
        Map<String, Object> cluster = Map.of("uuid", alpha, "values", FILE, "Spec", Map.of("password", "of-the-file"));

        assertThat(mask(cluster, alpha))
                .isEqualTo(Map.of(
                        "uuid",
                        alpha,
                        "values",
                        "{\"name\":\"alpha\",\"mysql\":{\"user\":\"fate\",\"password\":\"(hidden)\",\"database\":\"db\"}}",
                        "Spec",
                        Map.of("password", "(hidden)")));
    }

    @Test
    void hidesEveryValueOfASecretInARevision() {
        String manifests = "---\nkind: Secret\ndata:\n  a: eA==\n  b: bWFkZS11cA==\n";

        assertThat(mask(Map.of("manifests", manifests), alpha))
                .isEqualTo(Map.of("manifests", "---\nkind: Secret\ndata:\n  a: (hidden)\n  b: (hidden)\n"));
    }

    @Test
    void hidesThemInTheArgumentsOfJobsEachByItsOwnCluster() {
        Map<String, Object> answer =
                Map.of("data", List.of(job(alpha, FILE, "of-the-file"), job(beta, "password: of-beta", "of-beta")));

        assertThat(masking.mask(answer, Optional.empty()))
                .isEqualTo(Map.of(
                        "data",
                        List.of(
                                job(alpha, FILE.replace("of-the-file", "(hidden)"), "(hidden)"),
                                job(beta, "password: (hidden)", "(hidden)"))));
    }

    @Test
    void hidesWholeArgumentsThatCannotBeRead() {
        Map<String, Object> job = Map.of("cluster_id", alpha, "meta_data", Map.of("data", "=no base64="));

        assertThat(mask(job, alpha)).isEqualTo(Map.of("cluster_id", alpha, "meta_data", Map.of("data", "(hidden)")));
    }

    @Test
    void hidesThemInTheListOfClusters() {
        Map<String, Object> answer = Map.of(
                "msg",
                "getClusterList Success",
                "data",
                List.of(Map.of("uuid", alpha, "a", "of-the-file"), Map.of("uuid", beta, "a", "of-beta")));

        assertThat(masking.mask(answer, Optional.empty()))
                .isEqualTo(Map.of(
                        "msg",
                        "getClusterList Success",
                        "data",
                        List.of(Map.of("uuid", alpha, "a", "(hidden)"), Map.of("uuid", beta, "a", "(hidden)"))));
    }

    @Test
    void hidesThemOnlyInTheItemsOfSelectedClusters() {
        Map<String, Object> answer = Map.of(
                "data", List.of(Map.of("uuid", alpha, "a", "of-the-file"), Map.of("uuid", beta, "a", "of-beta")));

        assertThat(masking.mask(answer, Optional.empty(), clusters -> Set.of(beta)))
                .isEqualTo(Map.of(
                        "data",
                        List.of(Map.of("uuid", alpha, "a", "of-the-file"), Map.of("uuid", beta, "a", "(hidden)"))));
    }

    @Test
    void readsTheRevisionsOfAListWithAFewStatements() {
        List<Map<String, String>> items = IntStream.range(0, 50)
                .mapToObj(number -> install("many-" + number, "password: secret-" + number, "[]"))
                .map(uuid -> Map.of("uuid", uuid))
                .toList();
        AtomicInteger statements = new AtomicInteger();
        Jdbi jdbi = database.jdbi();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });

        new Masking(new ClusterStore(jdbi)).mask(Map.of("data", items), Optional.empty());

        assertThat(statements).hasValue(3);
    }

    private Object mask(Object data, String cluster) {
        return masking.mask(Map.of("data", data), Optional.of(cluster)).get("data");
    }

    private static Map<String, Object> job(String cluster, String file, String state) {
        String data = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        return Map.of("cluster_id", cluster, "states", List.of(state), "meta_data", Map.of("data", data));
    }

    private String install(String name, String file, String objects) {
        ClusterRecord cluster = TestRows.cluster(name, file, NOON);
        clusters.acceptInstall(
                cluster,
                TestRows.revision(cluster, objects, "p@1"),
                TestRows.install(cluster, Set.of(), FailurePolicy.KEEP),
                RequestConditions.NONE);
        return cluster.uuid();
    }
}
