package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The first argument of the commands that show one job; or the newest job of a cluster. */
public final class JobSelection {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "JOB",
            description = "The UUID of the job, or its first digits (at least 4).")
    private Optional<Reference> job = Optional.empty();

    @Option(
            names = "--cluster",
            paramLabel = "CLUSTER",
            description = "Instead of JOB: the newest job of this cluster. A name, namespace/name or UUID.")
    private Optional<Reference> cluster = Optional.empty();

    @Mixin
    private NamespaceOption namespace;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Finds the job.
     *
     * @throws ParameterException unless the user selects a job in one way
     * @throws io.kubefate.cli.error.CommandException if there is none or several of this name
     */
    public UUID uuid(CommandContext context) {
        if (job.isPresent() == cluster.isPresent()) {
            throw new ParameterException(command.commandLine(), "specify either JOB or --cluster");
        }
        Resolver resolver = new Resolver(context.client());
        return job.map(resolver::job)
                .orElseGet(() -> resolver.newestJob(resolver.cluster(cluster.orElseThrow(), namespace.name(context))));
    }
}
