package io.kubefate.server;

import io.dropwizard.lifecycle.Managed;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import java.util.function.Consumer;

/** Closes resources when the service stops, in the reverse order of their creation. */
final class ManagedResources {

    private final LifecycleEnvironment lifecycle;

    ManagedResources(LifecycleEnvironment lifecycle) {
        this.lifecycle = lifecycle;
    }

    <T extends AutoCloseable> T keep(T resource) {
        return keep(resource, started -> {});
    }

    <T extends AutoCloseable> T keep(T resource, Consumer<T> start) {
        lifecycle.manage(new Managed() {
            @Override
            public void start() {
                start.accept(resource);
            }

            @Override
            public void stop() throws Exception {
                resource.close();
            }
        });
        return resource;
    }
}
