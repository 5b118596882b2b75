package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.KubefateClient;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import java.util.List;
import java.util.Optional;

/** What the service answers to the user. */
final class ServiceChecks {

    private final KubefateClient client;
    private final Connection connection;
    private final String version;

    ServiceChecks(KubefateClient client, Connection connection, String version) {
        this.client = requireNonNull(client, "client is null");
        this.connection = requireNonNull(connection, "connection is null");
        this.version = requireNonNull(version, "version is null");
    }

    Check login() {
        try {
            Optional<String> user = client.sessions().user().map(found -> found.name());
            return Check.ok("login", user.map(name -> "as " + name).orElse("accepted"));
        } catch (CommandException e) {
            return Check.failed("login", firstLine(e), "Check the credentials, or run: " + connection.loginCommand());
        }
    }

    Check versions() {
        String service = client.version().version();
        String text = "command line " + version + ", service " + service;
        return release(version).equals(release(service))
                ? Check.ok("versions", text)
                : Check.warning("versions", text, "Use the command line of the service's release.");
    }

    /** {@return what the service found; one result if it is too old to check itself} */
    List<Check> diagnosis(String namespace) {
        try {
            return client.diagnosis(namespace)
                    .map(checks -> checks.stream().map(Check::of).toList())
                    .orElseGet(() ->
                            List.of(Check.skipped("service", "this version of the service does not check itself")));
        } catch (ServiceException e) {
            return List.of(Check.failed("service", e.getMessage(), "See the log of the service."));
        }
    }

    private static String firstLine(CommandException e) {
        return e.getMessage().lines().findFirst().orElse("failed");
    }

    /** The first two numbers: a patch changes nothing between them. */
    private static String release(String version) {
        return version.replaceFirst("^(v?\\d+\\.\\d+).*", "$1");
    }
}
