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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

        assertPromtool(folder, "test", "rules", "test.yaml");
        assertThat(Files.readString(tests)).contains(alerts());
    }

    /** promtool has no command for an expression alone, so each is the expression of a rule. */
    @Test
    void prometheusUnderstandsEachExpressionOfTheDashboard(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "needs promtool of Debian's package prometheus");
        List<Map<String, String>> rules = new ArrayList<>();
        dashboard()
                .findValuesAsText("expr")
                .forEach(text -> rules.add(Map.of("record", "panel" + rules.size(), "expr", text)));
        new YAMLMapper()
                .writeValue(
                        folder.resolve("rules.yaml").toFile(),
                        Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));

        assertThat(rules).hasSizeGreaterThan(10);
        assertPromtool(folder, "check", "rules", "rules.yaml");
    }

    /** Each panel has what Grafana needs to show it: a place of its own, a data source that the dashboard asks for, and queries. */
    @Test
    void grafanaCanShowEachPanelOfTheDashboard() throws IOException {
        JsonNode dashboard = dashboard();
        Set<String> places = new HashSet<>();
        Set<Integer> ids = new HashSet<>();

        assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("datasource");
        assertThat(dashboard.at("/panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(ids.add(panel.at("/id").asInt())).as("the ID is unique").isTrue();
            assertThat(panel.at("/title").asText()).isNotEmpty();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.at("/targets")).isNotEmpty().allSatisfy(target -> {
                assertThat(target.at("/expr").asText()).isNotEmpty();
                assertThat(target.at("/refId").asText()).isNotEmpty();
            });
            assertThat(cells(panel.at("/gridPos")))
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(places.add(cell))
                            .as("nothing overlaps at %s", cell)
                            .isTrue());
        });
    }

    /** Grafana's grid has 24 columns. */
    private static List<String> cells(JsonNode place) {
        int x = place.at("/x").asInt();
        int y = place.at("/y").asInt();
        int right = x + place.at("/w").asInt();
        assertThat(right).isLessThanOrEqualTo(24);
        return IntStream.range(y, y + place.at("/h").asInt())
                .boxed()
                .flatMap(row -> IntStream.range(x, right).mapToObj(column -> column + "," + row))
                .toList();
    }

    private static void assertPromtool(Path folder, String... arguments) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of(PROMTOOL.toString()), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(output).isZero();
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

    private static JsonNode dashboard() throws IOException {
        return new JsonMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
    }

    private static Set<String> used() throws IOException {
        JsonNode alerts =
                new YAMLMapper().readTree(MONITORING.resolve("alerts.yaml").toFile());
        Set<String> names = new TreeSet<>();
        for (JsonNode file : List.of(dashboard(), alerts)) {
            file.findValuesAsText("expr")
                    .forEach(text -> METRIC.matcher(text).results().forEach(match -> names.add(match.group())));
        }
        return names;
    }
}
