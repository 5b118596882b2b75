package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.StoppableMariaDb;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see while MariaDB is stopped or hangs: permissions are decided from memory, and what cannot be decided is not allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageTest {

    private StoppableMariaDb database;
    private TestServer server;
    private TestClient client;
    private String admin = "";
    private String viewer = "";
    private String nobody = "";
    private String cluster = "";

    @BeforeAll
    void installACluster() throws Exception {
        database = StoppableMariaDb.start();
        server = TestServer.withDemoPlugin(
                new Setting("database.type", "mysql"),
                new Setting("database.host", "127.0.0.1"),
                new Setting("database.port", String.valueOf(database.port())),
                new Setting("database.name", database.name()),
                new Setting("database.username", "root"));
        server.start();
        client = new TestClient(server);
        cluster = client.install(DemoPlugin.request("own", "v1"));
        server.users().createIfAbsent("viewer");
        server.users().createIfAbsent("nobody");
        server.users().grant("viewer", "viewer", "own");
        admin = token(TestServer.USER);
        viewer = token("viewer");
        nobody = token("nobody");
        await("/v1/namespace", viewer);
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
        database.close();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WhileItIsStopped {

        @BeforeAll
        void stopDatabase() throws Exception {
            database.stop();
        }

        @AfterAll
        void startDatabase() throws Exception {
            database.startAgain();
            await("/v1/cluster/" + cluster, admin);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/version", "/v1/user/me", "/v1/namespace", "/v1/chart", "/health?type=alive"})
        void whatIsInMemoryIsAnswered(String path) {
            assertThat(get(path, viewer).statusCode()).isEqualTo(200);
        }

        @Test
        void whoHasNoPermissionIsRefused() {
            assertThat(get("/v1/namespace", nobody).statusCode()).isEqualTo(403);
            assertThat(send("POST", "/v1/cluster", DemoPlugin.request("own", "v1"), viewer)
                            .statusCode())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @CsvSource({
            "GET,    /v1/cluster",
            "GET,    /v1/job",
            "GET,    /v1/cluster/{cluster}",
            "DELETE, /v1/cluster/{cluster}",
            "GET,    /v1/log/{cluster}",
        })
        void whatCannotBeDecidedFailsWithTheReason(String method, String path) {
            for (String token : List.of(viewer, nobody)) {
                HttpResponse<String> answer = send(method, path.replace("{cluster}", cluster), "", token);

                if (token.equals(viewer) || path.contains("{cluster}")) {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains("DATABASE_UNAVAILABLE", "the database is unavailable");
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                }
            }
        }

        @Test
        void aChangeIsNotAccepted() {
            HttpResponse<String> answer = send("POST", "/v1/cluster", DemoPlugin.request("new", "v1"), admin);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("DATABASE_UNAVAILABLE");
        }

        @Test
        void anUnknownTokenIsRefused() {
            assertThat(get("/v1/version", "kft_unknown").statusCode()).isEqualTo(401);
            assertThat(get("/v1/version", admin + "x").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WhileItHangs {

        @BeforeAll
        void freezeDatabase() throws Exception {
            database.freeze();
        }

        @AfterAll
        void thawDatabase() throws Exception {
            database.thaw();
            await("/v1/cluster/" + cluster, admin);
        }

        /** One request at most waits for the database. */
        @Test
        void manyUnknownTokensKeepNobodyWaiting() throws InterruptedException {
            ExecutorService clients = Executors.newFixedThreadPool(50);
            try {
                List<CompletableFuture<Integer>> unknown = IntStream.range(0, 50)
                        .mapToObj(number -> CompletableFuture.supplyAsync(
                                () -> get("/v1/version", "kft_unknown" + number).statusCode(), clients))
                        .toList();

                assertThat(get("/v1/version", viewer).statusCode()).isEqualTo(200);
                for (int attempt = 0; attempt < 100 && answered(unknown) < 49; attempt++) {
                    Thread.sleep(50);
                }
                assertThat(answered(unknown)).isGreaterThanOrEqualTo(49);
                assertThat(unknown.stream().map(CompletableFuture::join)).containsOnly(401);
            } finally {
                clients.shutdown();
            }
        }
    }

    private static long answered(List<CompletableFuture<Integer>> requests) {
        return requests.stream().filter(CompletableFuture::isDone).count();
    }

    /** The service knows a user with the first token. */
    private String token(String user) {
        String token = server.users().token(user);
        get("/v1/version", token);
        return token;
    }

    private HttpResponse<String> get(String path, String token) {
        return send("GET", path, "", token);
    }

    private HttpResponse<String> send(String method, String path, String body, String token) {
        return client.sendWithoutToken(method, path, body, "Authorization", "Bearer " + token);
    }

    /** Waits until a request is answered. */
    private void await(String path, String token) throws InterruptedException {
        for (int attempt = 0; attempt < 300 && get(path, token).statusCode() != 200; attempt++) {
            Thread.sleep(100);
        }
        assertThat(get(path, token).statusCode()).isEqualTo(200);
    }
}
