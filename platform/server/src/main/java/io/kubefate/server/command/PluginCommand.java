package io.kubefate.server.command;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ReleaseKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code plugin new FOLDER}: creates a project for the plugin of another FATE release, which builds and passes the contract. */
public final class PluginCommand extends Command {

    private static final int REFUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final String kubefateVersion;

    public PluginCommand(PrintStream out, PrintStream err, String kubefateVersion) {
        super("plugin", "Creates a project for a new plugin");
        this.out = out;
        this.err = err;
        this.kubefateVersion = kubefateVersion;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--repository")
                .setDefault("repository")
                .help("Maven repository with the SPI: a folder, which is copied into the project, or a URL");
        Subparser project = parser.addSubparsers()
                .title("commands")
                .metavar("new")
                .addParser("new")
                .help("creates a Maven project that builds a plugin and tests it");
        project.addArgument("folder").help("the folder to create; an existing folder must be empty");
        project.addArgument("--chart").setDefault("fate").help("chartName that the plugin serves; default: fate");
        project.addArgument("--chart-version").setDefault("v1.6.0").help("chartVersion; default: v1.6.0");
        project.addArgument("--engine")
                .setDefault("eggroll")
                .help("backend: eggroll, spark, or '' for a chart without engines; default: eggroll");
        project.addArgument("--id").help("the plugin's id; default: from chart and version, such as fate-1.6");
        project.addArgument("--package").help("Java package; default: org.example and the id");
        project.addArgument("--class").help("name of the distribution's class; default: from the id");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) {
        ReleaseKey release = new ReleaseKey(
                arguments.getString("chart"), arguments.getString("chart_version"), arguments.getString("engine"));
        PluginProject project = PluginProject.of(
                release,
                Optional.ofNullable(arguments.getString("id")),
                Optional.ofNullable(arguments.getString("package")),
                Optional.ofNullable(arguments.getString("class")));
        Path folder = Path.of(arguments.getString("folder")).toAbsolutePath().normalize();
        ProjectRepository repository = ProjectRepository.of(arguments.getString("repository"));
        new ProjectFiles(kubefateVersion, repository).write(project, folder);
        printNextSteps(project, folder);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        err.println(e instanceof KubefateException ? e.getMessage() : e.toString());
        System.exit(REFUSED);
    }

    private void printNextSteps(PluginProject project, Path folder) {
        out.printf("""
                Plugin %s for %s is in %s. Next:

                  cd %s
                  mvn verify                         # builds it and runs the contract
                  kubefate-server render --plugins target -f src/main/resources/example.yaml
                  cp target/%s-1.0.0-SNAPSHOT.jar …  # into plugins/ of the service

                README.md describes the files, docs/plugin-guide.md the next steps.
                """, project.id(), project.release(), folder, folder, project.id());
    }
}
