package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.TlsOptions;
import io.kubefate.cli.configuration.SavedContext;
import io.kubefate.cli.configuration.Target;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Changes a context, or adds one. With another service, its credentials are removed.",
            "With --kubeconfig, commands reach the service without an ingress: they run kubectl port-forward, which must be"
                    + " installed, and whose user needs the permission to create pods/portforward in the service's namespace."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate context set production --server https://kubefate.net --certificate-authority ca.pem",
            "  kubefate context set local --kubeconfig ~/.kube/config",
            "  kubefate context set production --namespace fate-9999"
        })
final class ContextSetCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "CONTEXT", description = "The context.")
    private String name;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The namespace of commands that do not name one; empty to remove it.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--service",
            paramLabel = "NAMESPACE/NAME:PORT",
            description = "The Service that a port-forward connects to. Default: " + Target.PortForward.STANDARD_SERVICE
                    + ".")
    private Optional<String> service = Optional.empty();

    @Mixin
    private TlsOptions tls;

    ContextSetCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.connections().contexts().update(file -> file.with(name, changed(file.find(name))));
        context.print("Saved context " + name + ".\n");
    }

    private SavedContext changed(Optional<SavedContext> saved) {
        Target target = context.connections()
                .named()
                .or(() -> saved.map(SavedContext::target))
                .map(this::withService)
                .orElseThrow(() -> new CommandException(
                        "there is no context " + name + " yet. To add it, specify --server or --kubeconfig."));
        SavedContext changed = saved.map(existing -> existing.with(target)).orElseGet(() -> SavedContext.of(target));
        SavedContext secured = changed.with(tls.over(changed.tls(), context));
        return namespace.map(secured::withNamespace).orElse(secured);
    }

    private Target withService(Target target) {
        if (service.isEmpty()) {
            return target;
        }
        if (target instanceof Target.PortForward forward) {
            return Target.PortForward.of(forward.kubeconfig(), service);
        }
        throw new CommandException("--service requires --kubeconfig");
    }
}
