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
 * @param progress receives the number of bytes sent so far
 */
public record MultipartFile(Path file, LongConsumer progress) {

    /** A line of a jar that equals two hyphens and this text would end the form early; none does by chance. */
    private static final String BOUNDARY = "kubefate-9b1f3d7c5e8a42d6";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    public MultipartFile {
        requireNonNull(file, "file is null");
        requireNonNull(progress, "progress is null");
    }

    /** {@return the body with its length, so that the service can reject a large file early} */
    BodyPublisher body() throws FileNotFoundException {
        String name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        BodyPublisher whole = BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n",
                        StandardCharsets.UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", StandardCharsets.UTF_8));
        return BodyPublishers.fromPublisher(
                subscriber -> whole.subscribe(new CountingSubscriber(subscriber, progress)), whole.contentLength());
    }

    private static final class CountingSubscriber implements Subscriber<ByteBuffer> {

        private final Subscriber<? super ByteBuffer> subscriber;
        private final LongConsumer progress;
        private long sent;

        private CountingSubscriber(Subscriber<? super ByteBuffer> subscriber, LongConsumer progress) {
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
