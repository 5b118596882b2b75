package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.store.Encryption;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the keys of the database again at intervals, because other services and commands create keys. */
final class KeyFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFollower.class);

    private final Encryption encryption;
    private final Duration interval;
    private final ScheduledExecutorService thread = Threads.scheduled("encryption-keys");
    private boolean troubled;

    KeyFollower(Encryption encryption, Duration interval) {
        this.encryption = requireNonNull(encryption, "encryption is null");
        this.interval = requireNonNull(interval, "interval is null");
    }

    void start() {
        thread.scheduleWithFixedDelay(this::follow, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void follow() {
        try {
            encryption.refresh();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.error("cannot read the encryption keys: {}", e.getMessage());
            }
            troubled = true;
        }
    }
}
