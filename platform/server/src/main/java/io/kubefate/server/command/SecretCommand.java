package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.fabric.Connection;
import io.kubefate.server.kubernetes.fabric.GeneratedSecret;
import java.io.PrintStream;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code secret generate NAME KEY…}: adds random values to a Secret in the namespace of the pod, before the service starts. */
public final class SecretCommand extends Command {

    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;

    public SecretCommand(PrintStream out, PrintStream err) {
        super("secret", "Generates passwords for a new installation");
        this.out = requireNonNull(out, "out is null");
        this.err = requireNonNull(err, "err is null");
    }

    @Override
    public void configure(Subparser parser) {
        Subparser generate = parser.addSubparsers()
                .title("commands")
                .metavar("generate")
                .addParser("generate")
                .help("adds a random value for each key that a Secret does not have; creates the Secret if it does"
                        + " not exist");
        generate.addArgument("name").help("the Secret, in the namespace of the pod or of the kubeconfig's context");
        generate.addArgument("key").nargs("+").help("the keys that it needs");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) {
        String name = arguments.getString("name");
        List<String> added = new GeneratedSecret(Connection.find(), name).complete(arguments.<String>getList("key"));
        out.println(
                added.isEmpty()
                        ? "Secret " + name + " is complete"
                        : "generated " + String.join(", ", added) + " in Secret " + name);
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        err.println(failure instanceof KubernetesException ? failure.getMessage() : failure.toString());
        System.exit(FAILED);
    }
}
