package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/**
 * A form (multipart/form-data) with one file in the field {@code file}, read from disk while it is sent.
 *
 * @param file the file
 * @param progress told how many bytes were sent so far
 */
public record MultipartFile(Path file, LongConsumer progress) {

    /** No jar holds this by chance: it would have to stand after a line break and two hyphens. */
    private static final String BOUNDARY = "kubefate-9b1f3d7c5e8a42d6";

    public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    public MultipartFile {
        requireNonNull(file, "file is null");
        requireNonNull(progress, "progress is null");
    }

    /** The body with its length, so that the service can refuse it before all of it is sent. */
    public BodyPublisher body() throws FileNotFoundException {
        String name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        BodyPublisher whole = BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n",
                        StandardCharsets.UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", StandardCharsets.UTF_8));
        return BodyPublishers.fromPublisher(
                subscriber -> whole.subscribe(new Counting(subscriber, progress)), whole.contentLength());
    }

    /** Counts on the way. */
    private static final class Counting implements Subscriber<ByteBuffer> {

        private final Subscriber<? super ByteBuffer> subscriber;
        private final LongConsumer progress;
        private long sent;

        private Counting(Subscriber<? super ByteBuffer> subscriber, LongConsumer progress) {
            this.subscriber = subscriber;
            this.progress = progress;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            sent += bytes.remaining();
            progress.accept(sent);
            subscriber.onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
