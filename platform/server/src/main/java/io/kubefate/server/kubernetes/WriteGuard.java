package io.kubefate.server.kubernetes;

/** Decides at the last moment whether a write is sent. */
@FunctionalInterface
public interface WriteGuard {

    /** Sends every write. */
    WriteGuard OPEN = () -> {};

    /** Throws an exception if the write must not be sent. Can be called by another thread than the one that writes. */
    void check();
}
