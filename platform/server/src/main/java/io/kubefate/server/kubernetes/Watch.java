package io.kubefate.server.kubernetes;

/** An open watch. Closing it does not wait for a call of its listener that is under way. */
public interface Watch extends AutoCloseable {

    @Override
    void close();
}
