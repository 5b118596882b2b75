package io.kubefate.server.service.access;

/** Receives followed lines; called by several threads. */
public interface LogSink {

    /**
     * Receives a line. Blocks while the client is slow, so that logs are read from Kubernetes no faster than the client reads them.
     *
     * @param line with prefix and line end
     * @throws InterruptedException if the client has disconnected
     */
    void line(String line) throws InterruptedException;

    /**
     * Called last.
     *
     * @param reason a short text
     */
    void end(String reason);
}
