package io.kubefate.server.kubernetes;

/** An open watch. Closing it does not wait for a running call of its listener. */
public interface Watch extends AutoCloseable {

    @Override
    void close();
}
