package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The alerts and the dashboard of the chart. */
class MonitoringTest {

    private static final Path MONITORING = Path.of("../../deploy/chart/monitoring");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Pattern METRIC = Pattern.compile("\\b(?:kubefate|io_dropwizard|jvm|process)_\\w+");

    @RegisterExtension
    private static final TestServer SERVER = TestServer.withDemoPlugin();

    @Test
    void eachAlertFires(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "needs promtool of Debian's package prometheus");
        Files.copy(MONITORING.resolve("alerts.yaml"), folder.resolve("alerts.yaml"));
        Path tests = Path.of("src/test/resources/monitoring/alerts-test.yaml");
        Files.copy(tests, folder.resolve("test.yaml"));

        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "test", "rules", "test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(output).isZero();
        assertThat(Files.readString(tests)).contains(alerts());
    }

    @Test
    void eachAlertHasARunbook() throws IOException {
        String operations = Files.readString(Path.of("../../docs/operations.md"));

        assertThat(alerts()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(alert -> {
            assertThat(operations).contains("### " + alert + "\n");
            assertThat(Files.readString(MONITORING.resolve("alerts.yaml")))
                    .contains("docs/operations.md#" + alert.toLowerCase(Locale.ROOT) + "\n");
        });
    }

    @Test
    void theServiceHasAllMetricsOfAlertsAndDashboard() throws IOException {
        new TestClient(SERVER).install(DemoPlugin.request("monitored", "v1"));
        String text = Scrape.of(SERVER);

        assertThat(used())
                .hasSizeGreaterThan(10)
                .allSatisfy(metric -> assertThat(text).containsPattern("(?m)^" + metric + "[ {]"));
    }

    @Test
    void theGuideExplainsAllMetricsOfTheServiceItself() throws IOException {
        String operations = Files.readString(Path.of("../../docs/operations.md"));

        assertThat(Scrape.own(SERVER))
                .allSatisfy(metric -> assertThat(operations).contains("| `" + metric));
    }

    private static List<String> alerts() throws IOException {
        JsonNode file =
                new YAMLMapper().readTree(MONITORING.resolve("alerts.yaml").toFile());
        return file.findValuesAsText("alert");
    }

    private static Set<String> used() throws IOException {
        JsonNode dashboard =
                new JsonMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        JsonNode alerts =
                new YAMLMapper().readTree(MONITORING.resolve("alerts.yaml").toFile());
        Set<String> names = new TreeSet<>();
        for (JsonNode file : List.of(dashboard, alerts)) {
            file.findValuesAsText("expr")
                    .forEach(text -> METRIC.matcher(text).results().forEach(match -> names.add(match.group())));
        }
        return names;
    }
}
