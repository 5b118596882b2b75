package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.component.LifeCycle;

/** Configures what the server does before a request reaches a resource; Dropwizard has no setting for it. */
final class ServerRules implements LifeCycle.Listener {

    private static final String ADMIN = "admin";

    /** How long a connection may be idle while there are as many as allowed. */
    private static final Duration IDLE_AT_LIMIT = Duration.ofSeconds(1);

    private final Request.Handler errors;
    private final HeaderDeadline deadline;
    private final int maxConnections;

    ServerRules(Request.Handler errors, HeaderDeadline deadline, int maxConnections) {
        this.errors = requireNonNull(errors, "errors is null");
        this.deadline = requireNonNull(deadline, "deadline is null");
        this.maxConnections = maxConnections;
    }

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            server.setErrorHandler(errors);
            limit(server);
            addSecurityHeaders(server);
        }
    }

    /** Dropwizard measures connections with protocols that contain those of Jetty. */
    private static void addSecurityHeaders(Server server) {
        server.getContainedBeans(HttpConfiguration.ConnectionFactory.class)
                .forEach(protocol -> protocol.getHttpConfiguration().addCustomizer(new SecurityHeaders()));
    }

    /** Health checks have connections of their own. */
    private void limit(Server server) {
        Connector[] connectors = Arrays.stream(server.getConnectors())
                .filter(connector -> !ADMIN.equals(connector.getName()))
                .toArray(Connector[]::new);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(maxConnections, connectors);
        limit.setEndPointIdleTimeout(IDLE_AT_LIMIT.toMillis());
        server.addBean(limit);
        Arrays.stream(connectors)
                .filter(Container.class::isInstance)
                .map(Container.class::cast)
                .forEach(connector -> connector.addBean(deadline));
    }
}
