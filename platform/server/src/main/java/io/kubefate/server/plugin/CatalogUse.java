package io.kubefate.server.plugin;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the plugins of a catalog open until it is closed, whatever is upgraded or removed meanwhile. */
public final class CatalogUse implements AutoCloseable {

    private final Generation generation;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A use of a generation.
     *
     * @param generation is held; closing gives it up
     */
    CatalogUse(Generation generation) {
        this.generation = generation;
    }

    /** {@return the catalog, the same one at every call} */
    public PluginCatalog catalog() {
        return generation.catalog();
    }

    /** {@return what is held} */
    Generation generation() {
        return generation;
    }

    /** Lets the plugins go. If this was the last use of one that is no longer in the catalog, it is unloaded now. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            generation.release();
        }
    }
}
