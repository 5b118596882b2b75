package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service with the usual settings for the test classes of one JVM, which run one after the other. To start one takes 5 s of processor
 * time, and another 5 s until its code is compiled. It has the clusters of all tests, so a test looks for its own.
 */
final class SharedService implements AutoCloseable {

    private final Path folder;
    private Optional<Service> service = Optional.empty();

    SharedService() {
        try {
            folder = Files.createTempDirectory("kubefate-e2e");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the service, which runs, even if a test has failed after it killed it} */
    Service running() {
        Service running = service.orElseGet(() -> new Service(folder, Map.of()));
        service = Optional.of(running);
        if (!running.isAlive()) {
            running.start();
        }
        return running;
    }

    @Override
    public void close() throws IOException {
        service.ifPresent(Service::close);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
