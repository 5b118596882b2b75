package io.kubefate.server.http.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.Content;

/** A body in a temporary file, which is deleted on close. */
final class BodyInFile implements ReceivedBody {

    private static final int BUFFER_BYTES = 1 << 16;

    private final SeekableByteChannel file;
    private boolean written;

    /**
     * Creates the file.
     *
     * @throws IOException if the disk fails or is full
     */
    BodyInFile() throws IOException {
        Path path = Files.createTempFile("kubefate-body-", "");
        this.file = Files.newByteChannel(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public Content.Chunk read() throws IOException {
        if (!written) {
            written = true;
            file.position(0);
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        return file.read(buffer) <= 0 ? Content.Chunk.EOF : Content.Chunk.from(buffer.flip(), false);
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the temporary file of a request", e);
        }
    }
}
