package io.kubefate.server.service;

import io.kubefate.server.engine.Release;
import io.kubefate.server.spec.SpecValidator;
import io.kubefate.spi.ReleaseKey;

/**
 * A release that a loaded plugin serves. The plugin stays open until this is closed.
 *
 * @param key which one
 * @param release what renders it
 * @param validator checks its cluster.yaml files
 * @param done called at closing
 */
public record ServedRelease(ReleaseKey key, Release release, SpecValidator validator, Runnable done)
        implements AutoCloseable {

    @Override
    public void close() {
        done.run();
    }
}
