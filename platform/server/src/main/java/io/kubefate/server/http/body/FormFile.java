package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.plugin.IncomingJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Reads the file in a form (multipart/form-data) and passes it on as it arrives. */
final class FormFile extends MultiPart.AbstractPartsListener {

    private static final String FIELD = "file";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_HEADER_BYTES = 8192;
    private static final int MAX_PARTS = 16;

    private final IncomingJar jar;
    private boolean inFile;
    private boolean found;
    private boolean complete;
    private Optional<Throwable> failure = Optional.empty();

    private FormFile(IncomingJar jar) {
        this.jar = requireNonNull(jar, "jar is null");
    }

    /**
     * Reads a form to its end or the first failure.
     *
     * @param jar receives the content of the field {@code file}
     * @throws KubefateException {@link ErrorCode#INVALID_REQUEST} if the body is not such a form, or what the jar throws
     * @throws IOException what the jar throws
     */
    static void read(InputStream body, @Nullable String contentType, IncomingJar jar) throws IOException {
        FormFile form = new FormFile(jar);
        MultiPart.Parser parser = new MultiPart.Parser(boundary(contentType), form);
        parser.setPartHeadersMaxLength(MAX_HEADER_BYTES);
        parser.setMaxParts(MAX_PARTS);
        for (byte[] bytes = next(body); bytes.length > 0; bytes = next(body)) {
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(bytes), false));
            form.rethrow();
        }
        parser.parse(Content.Chunk.EOF);
        form.rethrow();
        form.check();
    }

    @Override
    public void onPartHeaders() {
        inFile = FIELD.equals(getName());
        if (inFile) {
            found = true;
            Optional.ofNullable(getFileName()).ifPresent(jar::name);
        }
    }

    /** The parser does not accept exceptions, so the failure is stored. */
    @Override
    public void onPartContent(Content.Chunk chunk) {
        ByteBuffer content = chunk.getByteBuffer();
        if (!inFile || failure.isPresent() || !content.hasRemaining()) {
            return;
        }
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        try {
            jar.write(bytes);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(e);
        }
    }

    @Override
    public void onPart(String name, String fileName, HttpFields headers) {
        inFile = false;
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable cause) {
        if (failure.isEmpty()) {
            failure = Optional.of(invalid("invalid form, or the upload ended early: " + cause.getMessage(), cause));
        }
    }

    private void rethrow() throws IOException {
        if (failure.isPresent()) {
            if (failure.get() instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) failure.get();
        }
    }

    private void check() {
        if (!complete) {
            throw invalid("the upload ended early");
        }
        if (!found) {
            throw invalid("http: no such file; send the jar in the form's field " + FIELD);
        }
    }

    private static byte[] next(InputStream body) {
        try {
            return body.readNBytes(BUFFER_BYTES);
        } catch (IOException e) {
            throw invalid("the upload ended early", e);
        }
    }

    private static String boundary(@Nullable String contentType) {
        return Optional.ofNullable(contentType)
                .filter(type -> type.regionMatches(true, 0, "multipart/form-data", 0, 19))
                .map(MultiPart::extractBoundary)
                .orElseThrow(() -> invalid("send the jar as multipart/form-data, in the field " + FIELD));
    }

    private static KubefateException invalid(String message) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message);
    }

    private static KubefateException invalid(String message, Throwable cause) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message, cause);
    }
}
