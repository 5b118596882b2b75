package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Prometheus reads on the admin port. */
class MetricsTest {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    @RegisterExtension
    private static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    @AfterEach
    void bringKubernetesBack() {
        SERVER.kubernetes.unavailable(false);
    }

    @Test
    void countsJobsByMethodAndStatusFromZero() {
        assertThat(scrape())
                .contains("kubefate_job_duration_seconds_count{method=\"ClusterDelete\",status=\"Failed\"} 0");

        CLIENT.install(DemoPlugin.request("metrics", "v1"));

        await("kubefate_job_duration_seconds_count{method=\"ClusterInstall\",status=\"Success\"} 1");
    }

    @Test
    void countsClustersByStatus() {
        CLIENT.install(DemoPlugin.request("counted", "v1"));

        awaitPattern("kubefate_clusters\\{status=\"Running\"} [1-9]");
        assertThat(scrape())
                .contains("kubefate_clusters{status=\"Failed\"} 0.0", "kubefate_jobs_active{status=\"Pending\"} 0.0");
    }

    @Test
    void reportsWhatIsNotAvailable() {
        await("kubefate_dependency_available{dependency=\"kubernetes\"} 1.0");

        SERVER.kubernetes.unavailable(true);

        await("kubefate_dependency_available{dependency=\"kubernetes\"} 0.0");
        assertThat(scrape()).contains("kubefate_dependency_available{dependency=\"database\"} 1.0");
    }

    @Test
    void countsFailedLogins() {
        CLIENT.sendWithoutToken("POST", "/v1/user/login", "{\"username\":\"nobody\",\"password\":\"wrong\"}");

        await("kubefate_login_failures_total 1.0");
    }

    @Test
    void hasFewMetricsOfItsOwnAndNoIdsInLabels() {
        CLIENT.install(DemoPlugin.request("labels", "v1"));

        assertThat(Scrape.own(SERVER))
                .contains("kubefate_build", "kubefate_plugins", "kubefate_storage_free_bytes", "kubefate_streams")
                .hasSizeLessThanOrEqualTo(30);
        assertThat(scrape()).doesNotContainPattern(UUID);
    }

    @Test
    void hasThoseOfTheServerTheConnectionsAndTheJvm() {
        CLIENT.get("/v1/version");

        assertThat(List.of(scrape().split("\n")))
                .anyMatch(line -> line.startsWith("io_dropwizard_jetty_MutableServletContextHandler_get_requests"))
                .anyMatch(line -> line.startsWith("io_dropwizard_db_ManagedPooledDataSource_database_active"))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                .anyMatch(line -> line.startsWith("process_cpu_seconds_total"));
    }

    private static void await(String line) {
        awaitPattern(Pattern.quote(line));
    }

    private static void awaitPattern(String pattern) {
        Pattern expected = Pattern.compile(pattern);
        Instant limit = Instant.now().plusSeconds(60);
        while (!expected.matcher(scrape()).find() && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(scrape()).containsPattern(expected);
    }

    private static String scrape() {
        return Scrape.of(SERVER);
    }
}
