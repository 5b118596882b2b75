package io.kubefate.cli;

import io.kubefate.cli.configuration.ConnectionOptions;
import io.kubefate.cli.context.ColorMode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code kubefate}, with the options of all commands. */
@Command(
        name = "kubefate",
        description = "Installs and operates FATE clusters on Kubernetes through the kubefate service.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nConnection:%n",
        footer = {
            "  kubefate login saves a context, a service and a user, in ~/.kubefate/config.yaml. The connection of a"
                    + " command is the",
            "  first of: --context, --server or --kubeconfig; the settings below, if any but log.level is set in"
                    + " --config,",
            "  ./config.yaml or a variable; the current context. kubefate context show prints which one it is.",
            "",
            "Settings:",
            "  From --config, else ./config.yaml, else ~/.kubefate/config.yaml. Environment variables override the"
                    + " file.",
            "    serviceurl     FATECLOUD_SERVICEURL      host and port of the service; default localhost:8080",
            "    safeconnect    FATECLOUD_SAFECONNECT     true for HTTPS; default false",
            "    user.username  FATECLOUD_USER_USERNAME   default admin",
            "    user.password  FATECLOUD_USER_PASSWORD   default admin",
            "    log.level      FATECLOUD_LOG_LEVEL       debug shows each request; default info",
            "",
            "Examples:",
            "  kubefate chart example fate v1.5.0 > cluster.yaml",
            "  kubefate cluster install -f cluster.yaml --wait",
            "  kubefate cluster list"
        })
@SuppressWarnings("UnusedVariable") // picocli handles help and version
final class RootCommand {

    /** An option of all commands except those that have an option of this name already. */
    static final String KUBECONFIG = "--kubeconfig";

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "The configuration file.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "CONTEXT",
            scope = ScopeType.INHERIT,
            description = "The context of the service and the user.")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The address of the service, with the credentials that are saved for it.")
    private Optional<String> server = Optional.empty();

    @Option(
            names = KUBECONFIG,
            paramLabel = "FILE",
            description =
                    "Connect with kubectl port-forward to the Service kubefate in this Kubernetes. Requires kubectl.")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colors: auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto.")
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Show the version of the command line.")
    private boolean version;

    /** {@return when to print colors, available once the arguments are parsed} */
    ColorMode color() {
        return color;
    }

    /** {@return the options that choose a connection, available once the arguments are parsed} */
    ConnectionOptions connection() {
        return new ConnectionOptions(config, context, server, kubeconfig);
    }
}
