package io.kubefate.server.plugin;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the plugins of a catalog loaded until it is closed, even if they are upgraded or removed. */
public final class CatalogUse implements AutoCloseable {

    private final Generation generation;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Creates a use of a held generation; closing it releases the generation. */
    CatalogUse(Generation generation) {
        this.generation = generation;
    }

    /** Returns the catalog, which does not change. */
    public PluginCatalog catalog() {
        return generation.catalog();
    }

    Generation generation() {
        return generation;
    }

    /** Releases the plugins. If this was the last use of a plugin that is no longer in the catalog, the plugin is unloaded. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            generation.release();
        }
    }
}
