package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Configures what the server does before a request reaches a resource; Dropwizard has no setting for it. */
final class ServerRules implements LifeCycle.Listener {

    private final Request.Handler errors;

    ServerRules(Request.Handler errors) {
        this.errors = requireNonNull(errors, "errors is null");
    }

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            server.setErrorHandler(errors);
        }
    }
}
