package io.kubefate.server.http.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/** The bytes of a request body: first written as they arrive, then read. */
interface ReceivedBody extends AutoCloseable {

    /** Appends the remaining bytes of a buffer. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns the next bytes; at the end, a chunk that is the last. */
    Content.Chunk read() throws IOException;

    /** Returns whether {@link #write} may wait for a disk. */
    boolean blocks();

    @Override
    void close();
}
