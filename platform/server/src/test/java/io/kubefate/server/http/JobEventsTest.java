package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs as server-sent events. Another replica, which shares the database, runs the jobs. */
@Timeout(60)
class JobEventsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final String RUNNER = "another replica";
    private static final String BEGUN = "[\"update job status to Running\"]";

    @RegisterExtension
    static final TestServer SERVER = TestServer.create(new Setting("requests.maxStreamsPerUser", "200"));

    private static final TestClient CLIENT = new TestClient(SERVER);

    private final JobStore jobs = new JobStore(SERVER.jdbi());

    @Test
    void sendsTheWholeJobAtOnceAndAfterEachChangeUntilItEnds() throws Exception {
        String job = running();

        try (Stream stream = open(job)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.next().job().at("/status").asText()).isEqualTo("Running");
            begin(job);
            assertThat(stream.next().job().at("/states")).hasToString(BEGUN);
            jobs.finish(lease(job), JobStatus.Success, ClusterStatus.Failed, NOON.plusSeconds(1));
            Event last = stream.next();
            assertThat(last.name()).isEqualTo("job");
            assertThat(last.job()).isEqualTo(CLIENT.data("/v1/job/" + job));
            assertThat(last.job().at("/status").asText()).isEqualTo("Success");
            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void doesNotRepeatTheLastEventOfTheClient() throws Exception {
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
    void doesNotBufferForAClientThatAcceptsCompression() throws Exception {
        try (Stream stream = open(running(), "Accept-Encoding", "gzip")) {
            assertThat(stream.header("Content-Encoding")).isEmpty();
            assertThat(stream.next().job().at("/status").asText()).isEqualTo("Running");
        }
    }

    @Test
    void anUnknownJobIsNotFound() throws Exception {
        HttpResponse<String> answer = CLIENT.send("GET", "/v1/job/none/events", "", "Accept", "text/event-stream");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"record not found\",\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void needsAToken() throws Exception {
        HttpResponse<String> answer = CLIENT.sendWithoutToken("GET", "/v1/job/" + running() + "/events", "");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void endsCleanlyAndAtOnceWhenTheServiceStops() throws Exception {
        TestServer server = TestServer.create();
        server.start();
        try (Stream stream = open(new TestClient(server), running(server))) {
            stream.next();

            Instant begin = Instant.now();
            server.stop();

            assertThat(stream.ended()).isTrue();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void manyFollowersUseNoRequestThreads() throws Exception {
        String job = running();
        Stream[] streams = new Stream[80]; // more than the service has threads for requests
        for (int index = 0; index < streams.length; index++) {
            streams[index] = open(job);
            streams[index].next();
        }

        assertThat(CLIENT.get("/v1/job/" + job).statusCode()).isEqualTo(200);
        begin(job);
        for (Stream stream : streams) {
            assertThat(stream.next().job().at("/states")).hasToString(BEGUN);
            stream.close();
        }
    }

    private static Stream open(String job, String... headers) {
        return open(CLIENT, job, headers);
    }

    private static Stream open(TestClient client, String job, String... headers) {
        HttpRequest.Builder request =
                client.request("/v1/job/" + job + "/events").header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Stream(client.send(request, BodyHandlers.ofInputStream()));
    }

    private static String running() {
        return running(SERVER);
    }

    /** Inserts a job in one statement, so that the runner of the server never finds it without a lease. */
    private static String running(TestServer server) {
        JobLease lease = new JobLease(UUID.randomUUID().toString(), RUNNER, 1);
        JobDefinition definition = new JobDefinition(
                lease.jobUuid(),
                "c-1",
                1,
                JobMethod.ClusterInstall,
                "admin",
                JobRequest.delete(Set.of()),
                Duration.ofHours(1));
        server.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into job (uuid, cluster_uuid, revision, method, creator, request, time_limit, status, phase,
                            phase_since, progress, lease_owner, lease_token, lease_until, created_at, updated_at)
                        values (:uuid, :clusterUuid, :revision, :method, :creator, :request, :timeLimit, 'Running', 'WAITING',
                            :at, :progress, :runner, :token, :until, :at, :at)
                        """)
                        .bindMethods(definition)
                        .bindMethods(lease)
                        .bind("progress", JobProgress.NONE)
                        .bind("until", Instant.now().plusSeconds(3600))
                        .bind("at", NOON)
                        .execute());
        return lease.jobUuid();
    }

    private void begin(String job) {
        jobs.write(lease(job), JobChange.at(NOON).event(JobEventReason.STARTED, "", EventDetails.NONE));
    }

    private static JobLease lease(String job) {
        return new JobLease(job, RUNNER, 1);
    }

    private record Event(String name, String id, JsonNode job) {}

    /** A client that reads a stream. */
    private static final class Stream implements AutoCloseable {

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
            return new Event(name, id, TestClient.json(data));
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
