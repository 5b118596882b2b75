package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;

/**
 * Attaches a DAO once, for all threads and calls. {@link Jdbi#onDemand} and {@link Handle#attach} prepare every statement of a DAO for each
 * call. A call in a transaction of its thread is a part of this transaction; others have a connection of their own.
 */
final class SharedDao implements HandleSupplier {

    private final Jdbi jdbi;

    private SharedDao(Jdbi jdbi) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
    }

    /** Returns a DAO of a database. */
    static <D> D of(Jdbi jdbi, Class<D> type) {
        return jdbi.getConfig(Extensions.class)
                .findFor(type, new SharedDao(jdbi))
                .orElseThrow(() -> new IllegalArgumentException(type + " has no statements"));
    }

    @Override
    public <V> V invokeInContext(ExtensionContext statement, Callable<V> call) throws Exception {
        return jdbi.withHandle(handle -> jdbi.getHandleScope().get().invokeInContext(statement, call));
    }

    @Override
    public Handle getHandle() {
        return jdbi.getHandleScope().get().getHandle();
    }

    @Override
    public Jdbi getJdbi() {
        return jdbi;
    }

    @Override
    public ConfigRegistry getConfig() {
        return jdbi.getConfig();
    }
}
