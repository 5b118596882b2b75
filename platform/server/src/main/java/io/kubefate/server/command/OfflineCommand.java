package io.kubefate.server.command;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.RejectedPlugin;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.plugin.jar.PluginFolder;
import io.kubefate.server.service.spec.AcceptedSpec;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.SpecIntake;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** A command that prints data of a cluster.yaml or its problems. Needs only the plugins. */
public abstract class OfflineCommand extends Command {

    private static final int PROBLEMS = 2;

    private final PrintStream out;
    private final PrintStream err;

    OfflineCommand(String name, String description, PrintStream out, PrintStream err) {
        super(name, description + "; if the file is invalid, prints the problems and exits with 2");
        this.out = out;
        this.err = err;
    }

    /** Returns the output for a valid cluster.yaml; it ends with a line feed. */
    abstract String text(AcceptedSpec checked);

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("-f", "--file").required(true).help("the cluster.yaml");
        parser.addArgument("--plugins").setDefault("plugins").help("the folder with the plugins");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) {
        print(arguments);
    }

    /** Only the schema of the release is checked, when it is used, because the others take most of the time. */
    void print(Namespace arguments) {
        try (PluginHost host = new PluginHost(SpiVersion.CURRENT, unchecked -> {}, JarPolicy.standard())) {
            host.apply(new PluginFolder(Path.of(arguments.getString("plugins"))).jars())
                    .rejected()
                    .forEach(this::warn);
            AcceptedSpec checked =
                    new SpecIntake(new PluginReleases(host::use)).check(read(arguments.getString("file")));
            checked.warnings().forEach(this::warn);
            out.print(text(checked));
            if (out.checkError()) {
                throw new KubefateException(ErrorCode.INTERNAL, "cannot write the output; it is incomplete");
            }
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable e) {
        fail(e);
    }

    void fail(Throwable e) {
        err.println(e instanceof KubefateException ? e.getMessage() : e.toString());
        System.exit(PROBLEMS);
    }

    private void warn(LocatedProblem warning) {
        err.println("warning: " + warning.text());
    }

    private void warn(RejectedPlugin plugin) {
        err.println("warning: " + plugin.file().getFileName() + " is not loaded: " + plugin.reason());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (MalformedInputException e) {
            throw refused(file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw refused(
                    file + " cannot be read: "
                            + Optional.ofNullable(e.getMessage()).orElse("?"),
                    e);
        }
    }

    private static KubefateException refused(String message, Exception cause) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message, cause);
    }
}
