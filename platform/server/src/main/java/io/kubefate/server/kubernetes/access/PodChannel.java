package io.kubefate.server.kubernetes.access;

import java.nio.ByteBuffer;

/**
 * A conversation with a pod, in frames as Kubernetes has them (its protocol {@code v4.channel.k8s.io}): the first byte is the number of
 * a stream, the rest is for it. Of a command 0 is its input, 1 its output, 2 its error output, 3 its end (a {@code Status} in JSON) and 4
 * the terminal's size; of a port 0 is data and 1 an error's text.
 */
public interface PodChannel extends AutoCloseable {

    /**
     * Sends a frame; does not wait.
     *
     * @param frame is not changed any more by whoever sends it
     */
    void send(ByteBuffer frame);

    /** {@return how many bytes wait to be sent} */
    long waiting();

    /** Ends it. */
    @Override
    void close();

    /** The other side. */
    interface Listener {

        /**
         * It has begun.
         *
         * @param channel to the pod
         */
        void opened(PodChannel channel);

        /**
         * A frame came. The next comes only after this one was taken.
         *
         * @param frame what came
         * @param taken is to be called once
         */
        void frame(ByteBuffer frame, Runnable taken);

        /**
         * It has ended; nothing follows.
         *
         * @param failure why, if it was not meant to; else empty text
         */
        void closed(String failure);
    }
}
