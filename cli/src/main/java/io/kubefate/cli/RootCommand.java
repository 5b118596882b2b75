package io.kubefate.cli;

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
        footerHeading = "%nSettings:%n",
        footer = {
            "  From --config, else ./config.yaml, else ~/.kubefate/config.yaml. Environment variables override the file.",
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

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "The configuration file.")
    private Optional<Path> config = Optional.empty();

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

    /** {@return the value of {@code --config}, available once the arguments are parsed} */
    Optional<Path> configFile() {
        return config;
    }
}
