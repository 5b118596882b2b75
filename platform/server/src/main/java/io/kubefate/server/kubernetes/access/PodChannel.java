package io.kubefate.server.kubernetes.access;

import java.nio.ByteBuffer;

/**
 * A connection to a pod with the frames of the Kubernetes protocol {@code v4.channel.k8s.io}: the first byte is the number of a
 * stream, the rest is its data. Streams of a command are 0 for input, 1 for output, 2 for error output, 3 for the exit status (a
 * {@code Status} in JSON) and 4 for the size of the terminal; those of a port are 0 for data and 1 for an error message.
 */
public interface PodChannel extends AutoCloseable {

    /**
     * Sends a frame without waiting.
     *
     * @param frame the frame, which the caller must not change afterwards
     */
    void send(ByteBuffer frame);

    /** Returns the number of bytes that wait to be sent. */
    long waiting();

    /** Closes the connection. */
    @Override
    void close();

    /** Receives the events of a channel. */
    interface Listener {

        /**
         * Called when the connection is open.
         *
         * @param channel the connection to the pod
         */
        void opened(PodChannel channel);

        /**
         * Called for each frame. The next frame follows only after this one was taken.
         *
         * @param frame the received frame
         * @param taken to be called once when the frame is processed
         */
        void frame(ByteBuffer frame, Runnable taken);

        /**
         * Called when the connection has closed; no other call follows.
         *
         * @param failure the reason of an unexpected close; else empty text
         */
        void closed(String failure);
    }
}
