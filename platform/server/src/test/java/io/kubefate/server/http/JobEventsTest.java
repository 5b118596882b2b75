package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.kubefate.server.KubefateServer;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.EventDetails;
import io.kubefate.server.store.JobChange;
import io.kubefate.server.store.JobEventReason;
import io.kubefate.server.store.JobLease;
import io.kubefate.server.store.JobProgress;
import io.kubefate.server.store.JobRequest;
import io.kubefate.server.store.JobStatus;
import io.kubefate.server.store.JobStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs by server-sent events: the whole service; another replica, which shares its database, carries the jobs out. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobEventsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final String RUNNER = "another replica";
    private static final String BEGUN = "[\"update job status to Running\"]";
    private static final String TOKEN = new Tokens(
                    TestService.key(TestService.KEY), Duration.ofMinutes(5), Clock.systemUTC())
            .issue(new User("operator"))
            .text();

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private DropwizardTestSupport<ServerConfiguration> service;
    private ManagedDataSource source;
    private final Map<String, JobLease> leases = new HashMap<>();
    private Jdbi jdbi;
    private JobStore jobs;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        service = new DropwizardTestSupport<>(
                KubefateServer.class,
                "../../deploy/conf/kubefate.yaml",
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.applicationConnectors[0].bindHost", "127.0.0.1"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"),
                ConfigOverride.config("logging.level", "warn"),
                ConfigOverride.config("jwt.key", TestService.KEY),
                ConfigOverride.config("database.file", home.resolve("kubefate").toString()),
                ConfigOverride.config("kubernetes.mode", "sandbox"),
                ConfigOverride.config(
                        "plugins.directory", home.resolve("plugins").toString()),
                ConfigOverride.config("plugins.cache", home.resolve("cache").toString()));
        service.before();
        DatabaseConfiguration database = service.getConfiguration().database();
        source = database.pool().build(new MetricRegistry(), "another replica");
        jdbi = new Database(source, database.url()).jdbi();
        jobs = new JobStore(jdbi);
    }

    @AfterAll
    void stop() throws Exception {
        source.stop();
        service.after();
    }

    @Test
    void tellsTheWholeJobAtOnceAndAfterEachChangeAndEndsWithIt() throws Exception {
        String job = running();

        try (Stream stream = open(job)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.next().job().at("/status").asText()).isEqualTo("Running");
            begin(job);
            assertThat(stream.next().job().at("/states")).hasToString(BEGUN);
            jobs.finish(leases.get(job), JobStatus.Success, ClusterStatus.Failed, NOON.plusSeconds(1));
            Event last = stream.next();
            assertThat(last.name()).isEqualTo("job");
            assertThat(last.job()).isEqualTo(json.readTree(send(job, "").body()).at("/data"));
            assertThat(last.job().at("/status").asText()).isEqualTo("Success");
            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void doesNotRepeatWhatTheClientHasSeen() throws Exception {
        String job = running();
        String seen;
        try (Stream stream = open(job)) {
            seen = stream.next().id();
        }

        try (Stream stream = open(job, "Last-Event-ID", seen)) {
            begin(job);
            Event first = stream.next();
            assertThat(first.job().at("/states")).hasToString(BEGUN);
            assertThat(first.id()).isNotEqualTo(seen);
        }
    }

    @Test
    void holdsNothingBackFromAClientThatTakesCompressedAnswers() throws Exception {
        try (Stream stream = open(running(), "Accept-Encoding", "gzip")) {
            assertThat(stream.header("Content-Encoding")).isEmpty();
            assertThat(stream.next().job().at("/status").asText()).isEqualTo("Running");
        }
    }

    @Test
    void aJobThatIsNotThereIsNotFound() throws Exception {
        HttpResponse<String> answer = send("none", "/events", "Accept", "text/event-stream");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void needsAToken() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/v1/job/" + running() + "/events")).build();

        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    /** The last test: there is one service for all. */
    @Test
    @Order(Integer.MAX_VALUE)
    void endsCleanlyAndAtOnceWhenTheServiceStops() throws Exception {
        try (Stream stream = open(running())) {
            stream.next();

            Instant begin = Instant.now();
            service.after();

            assertThat(stream.ended()).isTrue();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void manyFollowersTakeNoThreadsFromOtherRequests() throws Exception {
        String job = running();
        Stream[] streams = new Stream[80]; // more than the service has threads for requests
        for (int index = 0; index < streams.length; index++) {
            streams[index] = open(job);
            streams[index].next();
        }

        assertThat(send(job, "").statusCode()).isEqualTo(200);
        begin(job);
        for (Stream stream : streams) {
            assertThat(stream.next().job().at("/states")).hasToString(BEGUN);
            stream.close();
        }
    }

    private Stream open(String job, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/job/" + job + "/events"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Stream(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private HttpResponse<String> send(String job, String rest, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/v1/job/" + job + rest)).header("Authorization", "Bearer " + TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.getLocalPort() + path);
    }

    /** In one statement, so that the runner of the service under test never finds it without a lease. */
    private String running() {
        JobLease lease = new JobLease(UUID.randomUUID().toString(), RUNNER, 1);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into job (uuid, cluster_uuid, revision, method, creator, request, time_limit, status, phase,
                            phase_since, progress, lease_owner, lease_token, lease_until, created_at, updated_at)
                        values (:jobUuid, 'c-1', 1, 'ClusterInstall', 'admin', :request, 3600000000000, 'Running', 'WAITING',
                            :at, :progress, :runner, :token, :until, :at, :at)
                        """)
                .bindMethods(lease)
                .bind("request", JobRequest.delete(Set.of()))
                .bind("progress", JobProgress.NONE)
                .bind("until", Instant.now().plusSeconds(3600))
                .bind("at", NOON)
                .execute());
        leases.put(lease.jobUuid(), lease);
        return lease.jobUuid();
    }

    private void begin(String job) {
        jobs.write(leases.get(job), JobChange.at(NOON).event(JobEventReason.STARTED, "", EventDetails.NONE));
    }

    /** One event. */
    private record Event(String name, String id, JsonNode job) {}

    /** A client that reads a stream. */
    private final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        private Stream(HttpResponse<InputStream> response) {
            assertThat(response.statusCode()).isEqualTo(200);
            this.response = response;
            this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        private String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        private Event next() throws IOException {
            String name = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                switch (line.substring(0, line.indexOf(':'))) {
                    case "event" -> name = value;
                    case "id" -> id = value;
                    case "data" -> data += value;
                    default -> throw new AssertionError(line);
                }
            }
            return new Event(name, id, json.readTree(data));
        }

        private boolean ended() throws IOException {
            return lines.readLine() == null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
