package io.kubefate.server.service.spec;

import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.ReleaseKey;

/**
 * A release that a loaded plugin serves. The plugin stays open until this is closed.
 *
 * @param done called on close
 */
public record ServedRelease(ReleaseKey key, ReleaseRenderer renderer, SpecValidator validator, Runnable done)
        implements AutoCloseable {

    @Override
    public void close() {
        done.run();
    }
}
