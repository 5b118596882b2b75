package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest extends ServiceTest {

    private static final String CHART = "{\"uuid\":\"" + CLUSTER
            + "\",\"name\":\"fate\",\"version\":\"v1.5.0\",\"engine\":\"eggroll\",\"app_version\":\"v1.5.0\",\"chart\":\"name:"
            + " fate\\n"
            + "engine: eggroll\\n"
            + "\",\"values\":\"\",\"ID\":1}";

    @Test
    void listsNamespaces() {
        service.on(
                "GET /v1/namespace/",
                "{\"msg\":\"\",\"data\":[{\"Name\":\"kube-fate\",\"Status\":\"Active\",\"Labels\":null,"
                        + "\"Annotations\":null,\"Age\":\"2d4h\"}]}");

        assertThat(program.run("namespace", "ls"))
                .isEqualTo(new Result(0, "NAME     \tSTATUS\tAGE\nkube-fate\tActive\t2d4h\n\n", ""));
    }

    @Test
    void listsCharts() {
        service.on("GET /v1/chart/", "{\"msg\":\"\",\"data\":[" + CHART + "]}");

        assertThat(program.run("chart", "list").out())
                .isEqualTo("UUID                                \tNAME\tVERSION\tAPPVERSION\tENGINE\n" + CLUSTER
                        + "\tfate\tv1.5.0 \tv1.5.0    \teggroll\n\n");
    }

    @Test
    void describesAChart() {
        service.on("GET /v1/chart/" + CLUSTER, "{\"msg\":\"\",\"data\":" + CHART + "}");

        assertThat(program.run("chart", "describe", CLUSTER).out())
                .contains("AppVersion\tv1.5.0\n", "Chart     \tname: fate\n          \tengine: eggroll\n");
    }

    @Test
    void printsAnExampleAsItIs() {
        service.on(
                "GET /v1/chart/valueTemplateExample/fate/v1.5.0?comments=true",
                "{\"msg\":\"\",\"data\":\"# start here\\nname: a\\n\"}");

        assertThat(program.run("chart", "example", "fate/v1.5.0"))
                .isEqualTo(new Result(0, "# start here\nname: a\n", ""));
        assertThat(program.run("chart", "example", "fate", "v1.5.0"))
                .isEqualTo(new Result(0, "# start here\nname: a\n", ""));
    }

    @Test
    void theExampleOfAChartNeedsAVersion() {
        Result result = program.run("chart", "example", "fate");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("specify the version of the chart");
    }

    @Test
    void reportsAChartWithoutExample() {
        service.on("GET /v1/chart/valueTemplateExample/a/..%3F?comments=true", "{\"msg\":\"\",\"data\":\"\"}");

        Result result = program.run("chart", "example", "a", "..?");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip()).isEqualTo("chart a ..? has no example");
    }

    @Test
    void printsBothVersions() {
        service.on("GET /v1/version/", "{\"msg\":\"getVersion Success\",\"version\":\"v3.0.0\"}");

        Result result = program.run("version");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("\\* kubefate commandLine version=v\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"),
                        line -> assertThat(line).isEqualTo("* kubefate service version=v3.0.0"));
    }

    @Test
    void printsWhatTheAdministratorHasToChange() {
        service.on("GET /v1/version/", "{\"msg\":\"\",\"version\":\"v3.0.0\",\"warning\":\"change it\"}");

        assertThat(program.run("version").err()).isEqualTo("* warning: change it\n");
        assertThat(program.run("version", "-o", "json").out()).contains("\"warning\" : \"change it\"");
    }

    @Test
    void printsBothVersionsAsYaml() {
        service.on("GET /v1/version/", "{\"msg\":\"getVersion Success\",\"version\":\"v3.0.0\"}");

        assertThat(program.run("version", "-o", "yaml").out()).contains("commandLine: v", "service: v3.0.0\n");
    }

    @Test
    void printsItsOwnVersionEvenWithoutAService() {
        service.close();

        Result result = program.run("version");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).startsWith("* kubefate commandLine version=v").hasLineCount(1);
        assertThat(result.err()).startsWith("* kubefate service connection error, cannot reach http://localhost:");
    }

    @Test
    void printsItsOwnVersionWithoutARequest() {
        assertThat(program.run("--version").out()).startsWith("kubefate v");
        assertThat(service.logins()).isEmpty();
    }

    @Test
    void printsACompletionScript() {
        assertThat(program.run("completion").out()).contains("-F _complete_kubefate kubefate");
        assertThat(program.run("completion", "zsh").out()).startsWith("#compdef kubefate");
        assertThat(program.run("completion", "fish").out()).contains("complete -c kubefate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply",
                "cluster list",
                "cluster describe",
                "cluster install",
                "cluster adopt",
                "cluster delete",
                "cluster logs",
                "cluster events",
                "cluster exec",
                "cluster open",
                "cluster init",
                "cluster validate",
                "cluster schema",
                "cluster restart",
                "job list",
                "job describe",
                "job stop",
                "job delete",
                "chart list",
                "chart describe",
                "chart example",
                "chart upload",
                "chart delete",
                "plugin list",
                "plugin describe",
                "plugin install",
                "plugin upgrade",
                "plugin enable",
                "plugin disable",
                "plugin remove",
                "audit list",
                "user list",
                "user describe",
                "user create",
                "user passwd",
                "user enable",
                "user disable",
                "user delete",
                "token list",
                "token create",
                "token revoke",
                "permission list",
                "permission grant",
                "permission revoke",
                "namespace list",
                "federation",
                "login",
                "logout",
                "whoami",
                "context list",
                "context show",
                "context use",
                "context set",
                "context delete",
                "doctor",
                "version",
                "completion",
                "help"
            })
    void helpsWithEveryCommandByExample(String command) {
        Result result = program.run(("help " + command).split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("Usage: kubefate " + command, "Examples:\n  ")
                .contains("--help");
        assertThat(program.run((command + " --help").split(" ")).out()).isEqualTo(result.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clustr              | Did you mean: kubefate cluster?",
                "clustr list         | Did you mean: kubefate cluster?",
                "clustr job          | Did you mean: kubefate cluster?",
                "cluster list --al   | Did you mean: --all?",
                "cluster list --namepsace=a | Did you mean: --namespace?",
                "get clusters        | Did you mean: kubefate cluster list or kubefate cluster describe?",
                "list                | Did you mean: kubefate cluster list?",
                "cluster get         | Did you mean: kubefate cluster list or kubefate cluster describe?",
                "cluster upgrade     | Did you mean: kubefate cluster update?",
                "-n a cluster list   | Write the options of a command after its name."
            })
    void suggestsWhatTheUserMayHaveMeant(String arguments, String hint) {
        assertThat(program.run(arguments.split(" ")).err().lines()).element(1).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster describe          | missing required parameter: CLUSTER",
                "cluster install           | missing required option: --file=FILE",
                "cluster list --nmespace a | unknown option: --nmespace",
                "cluster list -o foo       | --output: invalid format: foo; use table, wide, name, json, yaml or jsonpath=TEMPLATE",
                "cluster list --limit x    | --limit: x is not a whole number",
                "cluster rollback a x      | REVISION: x is not a whole number",
                "cluster list --color=red  | --color: red is not one of auto, always, never",
                "completion tcsh           | SHELL: tcsh is not one of bash, zsh, fish",
                "cluster list -o           | missing required parameter for option --output (FORMAT)",
                "login --token a --password-stdin | --password-stdin, --token=TOKEN are mutually exclusive (specify only one)"
            })
    void saysWhatIsWrong(String arguments, String message) {
        assertThat(program.run(arguments.split(" ")).err().lines()).first().isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help cluster", "cluster list --help", "cluster"})
    void fitsTheHelpToTheTerminal(String arguments) {
        Result result = program.onTerminal(72).run(arguments.split(" "));

        assertThat((result.out() + result.err())
                        .replaceAll("\u001B\\[[0-9;]*m", "")
                        .lines())
                .filteredOn(line -> !line.startsWith("    ")) // the table of settings is as it is
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }

    @Test
    void showsTheCommandsOfAGroupWhenNoneIsNamed() {
        Result result = program.run("job");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("missing required subcommand", "describe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clutser          | unknown command: clutser        | Did you mean: kubefate cluster | See: kubefate --help",
                "cluster lsit     | unknown command: lsit           | Did you mean: kubefate cluster list | See: kubefate cluster --help",
                "cluster list a   | unexpected argument: a          | Usage: kubefate cluster list   | See: kubefate cluster list --help",
                "help clutser     | unknown command: clutser        | Did you mean: kubefate cluster | See: kubefate --help",
                "help cluster nix | unknown command: nix            | Usage: kubefate cluster        | See: kubefate cluster --help"
            })
    void namesTheWordThatIsWrong(String command, String first, String advice, String last) {
        Result result = program.run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines()).first().isEqualTo(first);
        assertThat(result.err()).contains(advice);
        assertThat(result.err().lines()).last().isEqualTo(last);
    }
}
