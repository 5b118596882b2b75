package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;

/** Asks a guard before each write. */
record GuardedWriter(ObjectWriter writer, WriteGuard guard) implements ObjectWriter {

    GuardedWriter {
        requireNonNull(writer, "writer is null");
        requireNonNull(guard, "guard is null");
    }

    @Override
    public boolean createNamespace(String name) {
        guard.check();
        return writer.createNamespace(name);
    }

    @Override
    public void apply(Manifest object) {
        guard.check();
        writer.apply(object);
    }

    @Override
    public void replace(Manifest object) {
        guard.check();
        writer.replace(object);
    }

    @Override
    public void delete(Manifest live) {
        guard.check();
        writer.delete(live);
    }
}
