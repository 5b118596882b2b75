package io.kubefate.server.service.access;

/** Where followed lines go; called by several threads. */
public interface LogSink {

    /**
     * Takes a line; waits while the reader is slow, so that logs are read from Kubernetes no faster than somebody reads them here.
     *
     * @param line with prefix and end
     * @throws InterruptedException if nobody reads any more
     */
    void line(String line) throws InterruptedException;

    /**
     * Nothing more comes.
     *
     * @param reason why, in a few words
     */
    void end(String reason);
}
