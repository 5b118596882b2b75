package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/** Lets Jersey start while the plugins are loaded, and no request before they are. */
public final class PluginsBeforeRequests implements ApplicationEventListener {

    private final Runnable awaitPlugins;

    /** @param awaitPlugins returns when the plugins of the start are loaded, or could not be loaded */
    public PluginsBeforeRequests(Runnable awaitPlugins) {
        this.awaitPlugins = requireNonNull(awaitPlugins, "awaitPlugins is null");
    }

    /** Jersey is initialized before the server opens its ports. */
    @Override
    public void onEvent(ApplicationEvent event) {
        if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
            awaitPlugins.run();
        }
    }

    @Override
    public @Nullable RequestEventListener onRequest(RequestEvent request) {
        return null; // Jersey's interface: no listener for this request
    }
}
