package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.http.HttpAccess;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.configuration.Target;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks the way from this machine to the service, and lets the service check itself. */
public final class Doctor {

    private static final String ADDRESS = "address";

    private final CommandContext context;
    private final Checkup checkup;
    private final String namespace;

    /**
     * A doctor.
     *
     * @param namespace where the service checks its permissions
     * @param report receives each result at once
     */
    public Doctor(CommandContext context, String namespace, Consumer<Check> report) {
        this.context = requireNonNull(context, "context is null");
        this.namespace = requireNonNull(namespace, "namespace is null");
        this.checkup = new Checkup(report);
    }

    /** Runs all checks, and returns their results. */
    public List<Check> run() {
        Optional<Connection> connection = connection();
        connection.ifPresent(this::network);
        connection.filter(open -> !checkup.isStopped()).ifPresent(this::service);
        return checkup.checks();
    }

    private Optional<Connection> connection() {
        try {
            Connection found = context.connections().chosen();
            checkup.add(Check.ok(
                    ADDRESS, found.target().text() + " (from " + found.address().source() + ")"));
            return found.target() instanceof Target.PortForward ? forwarded(found) : Optional.of(found);
        } catch (CommandException e) {
            checkup.add(Check.failed(ADDRESS, e.getMessage(), "See: kubefate context show"));
            return Optional.empty();
        }
    }

    private Optional<Connection> forwarded(Connection connection) {
        try {
            Connection open = context.connections().open(connection);
            checkup.add(Check.ok("port-forward", "kubectl listens on " + open.service()));
            return Optional.of(open);
        } catch (CommandException e) {
            List<String> lines = e.getMessage().lines().toList();
            checkup.add(Check.failed("port-forward", lines.get(0), String.join(" ", lines.subList(1, lines.size()))));
            return Optional.empty();
        }
    }

    private void network(Connection connection) {
        Clock clock = context.environment().clock();
        Proxies proxies = context.environment().proxies();
        Route route = new Route(connection.service(), proxies);
        NetworkChecks network = new NetworkChecks(route);
        HttpCheck http = new HttpCheck(connection, new HttpAccess(proxies), clock);
        checkup.require("proxy", network::proxy);
        checkup.require("dns", network::dns);
        checkup.require("tcp", network::tcp);
        if (!checkup.isStopped() && route.proxy().isPresent()) {
            checkup.require("tunnel", network::tunnel);
        }
        checkup.require("tls", new TlsCheck(connection, route, clock)::run);
        checkup.require("http", http::run);
        checkup.run("clock", http::clock);
        if (checkup.isStopped()) {
            List.of("login", "versions", "service").forEach(name -> checkup.run(name, () -> Check.ok(name, "")));
        }
    }

    private void service(Connection connection) {
        ServiceChecks service = new ServiceChecks(context.client(connection), connection, context.version());
        checkup.require("login", service::login);
        checkup.run("versions", service::versions);
        if (checkup.isStopped()) {
            checkup.add(Check.skipped("service", "login failed"));
        } else {
            service.diagnosis(namespace).forEach(checkup::add);
        }
    }
}
