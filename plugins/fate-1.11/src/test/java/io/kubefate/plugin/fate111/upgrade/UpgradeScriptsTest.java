package io.kubefate.plugin.fate111.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.plugin.fate111.FateChart;
import io.kubefate.plugin.fate111.release.Fate1111Distribution;
import io.kubefate.plugin.fate111.release.Fate1112Distribution;
import io.kubefate.plugin.shared.fate.ClusterFiles;
import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the steps of the upgrade from 1.11.1 to 1.11.2 do to a database, which is an external one with an account of its own. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the bundled MariaDB does not run there")
class UpgradeScriptsTest {

    private static final String UPGRADED = "eggroll-1";
    private static final String NEW = "eggroll-2";
    private static final String TABLES = """
            SELECT table_name, column_name, ordinal_position, column_default, is_nullable, column_type, character_set_name, extra
            FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position;
            SELECT table_name, index_name, seq_in_index, column_name, sub_part, non_unique
            FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index;
            """;

    @TempDir
    private static Path folder;

    private static TestDatabase database;

    @TempDir
    private Path dumps;

    @BeforeAll
    static void start() {
        database = new TestDatabase(folder, UPGRADED, NEW);
        create(new Fate1112Distribution(), Clusters.SECOND, NEW);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void installTheFirstRelease() {
        String tables = database.query(UPGRADED, "SHOW TABLES");
        String names = tables.lines().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            database.query(UPGRADED, "DROP TABLE " + names);
        }
        create(new Fate1111Distribution(), Clusters.FIRST, UPGRADED);
        database.query(UPGRADED, "INSERT INTO session_main (session_id, status) VALUES ('a session', 'CLOSED')");
    }

    @Test
    void theTablesBecomeThoseOfANewCluster() {
        succeeds("dump-database");
        succeeds("upgrade-tables");
        assertThat(succeeds("verify-tables")).contains("the tables have all columns");

        assertThat(database.query(UPGRADED, TABLES)).isEqualTo(database.query(NEW, TABLES));
        assertThat(sessions()).isEqualTo("a session\n");
    }

    @Test
    void aStepThatRunsAgainChangesNothing() {
        succeeds("upgrade-tables");
        succeeds("upgrade-tables");

        assertThat(database.query(UPGRADED, TABLES)).isEqualTo(database.query(NEW, TABLES));
    }

    @Test
    void aStepThatWasInterruptedContinues() {
        succeeds("upgrade-tables");
        database.query(UPGRADED, "DROP TABLE session_ranks; DROP INDEX idx_u_node_resource ON node_resource");

        succeeds("upgrade-tables");

        assertThat(database.query(UPGRADED, TABLES)).isEqualTo(database.query(NEW, TABLES));
    }

    @Test
    void verificationNamesWhatIsMissing() {
        TestDatabase.Output output = run("verify-tables");

        assertThat(output.exitCode()).isNotZero();
        assertThat(output.text()).contains("Unknown column 'processor_option'");
    }

    @Test
    void theDumpBringsBackTheDataAndTheTablesOfTheFirstRelease() {
        String before = database.query(UPGRADED, TABLES);
        succeeds("dump-database");
        succeeds("upgrade-tables");
        database.query(UPGRADED, "DELETE FROM session_main; CREATE TABLE `of ``flow` (a INT)");

        succeeds("dump-database", "restore");
        assertThat(succeeds("dump-database", "restore")).contains("is restored from revision-2.sql");

        assertThat(database.query(UPGRADED, TABLES)).isEqualTo(before);
        assertThat(sessions()).isEqualTo("a session\n");
    }

    @Test
    void aDumpThatIsMissingChangesNothing() {
        TestDatabase.Output output = run("dump-database", "restore");

        assertThat(output.exitCode()).isNotZero();
        assertThat(output.text()).contains("there is no dump revision-2.sql");
        assertThat(sessions()).isEqualTo("a session\n");
    }

    private static String sessions() {
        return database.query(UPGRADED, "SELECT session_id FROM session_main");
    }

    private String succeeds(String step, String... arguments) {
        TestDatabase.Output output = run(step, arguments);
        assertThat(output.exitCode()).as(output.text()).isZero();
        return output.text();
    }

    /** Runs the container of a step, with its arguments or with others. */
    private TestDatabase.Output run(String step, String... arguments) {
        Fate1112Distribution chart = new Fate1112Distribution();
        UpgradePath.Allowed path = (UpgradePath.Allowed)
                chart.upgrade(new ReleaseKey("fate", "v1.11.1", ""), new ReleaseKey("fate", "v1.11.2", ""));
        RenderedCluster steps =
                RenderedCluster.ofSteps(chart, Clusters.SECOND.onEggRoll(external(UPGRADED)), path.templates());
        String container = "spec/template/spec/containers/0/";
        Stream<?> given = arguments.length > 0
                ? Stream.of(arguments)
                : ((List<?>) steps.value("Job/" + step, container + "args")).stream();
        List<String> command = Stream.concat(
                        ((List<?>) steps.value("Job/" + step, container + "command")).stream(), given)
                .map(word -> word.toString().replace("/dumps/", dumps + "/"))
                .toList();
        return database.run(command, variables((List<?>) steps.value("Job/" + step, container + "env")));
    }

    /** Kubernetes reads two dollar signs as one. */
    private static Map<String, String> variables(List<?> env) {
        return env.stream()
                .map(entry -> (Map<?, ?>) entry)
                .collect(Collectors.toMap(
                        variable -> String.valueOf(variable.get("name")),
                        variable -> variable.containsKey("value")
                                ? String.valueOf(variable.get("value")).replace("$$", "$")
                                : "2"));
    }

    private static void create(FateChart chart, ClusterFiles files, String name) {
        RenderedCluster cluster = RenderedCluster.of(chart, files.onEggRoll("mysql: {database: " + name + "}\n"));
        database.query(name, cluster.file("mysql-config", "create-eggroll-meta-tables.sql"));
    }

    private static String external(String name) {
        return """
                persistence: true
                externalMysqlIp: 127.0.0.1
                externalMysqlPort: %s
                externalMysqlDatabase: %s
                externalMysqlUser: "%s"
                externalMysqlPassword: "%s"
                """.formatted(database.port(), name, TestDatabase.USER, TestDatabase.PASSWORD);
    }
}
