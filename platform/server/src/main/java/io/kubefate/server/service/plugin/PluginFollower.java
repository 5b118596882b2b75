package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the database and the plugins folder in one thread. */
public final class PluginFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFollower.class);

    private final PluginReplica replica;
    private final PluginInbox inbox;
    private final Duration interval;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "plugins");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch loaded = new CountDownLatch(1);
    private String trouble = "";

    public PluginFollower(PluginReplica replica, PluginInbox inbox, Duration interval) {
        this.replica = requireNonNull(replica, "replica is null");
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.interval = requireNonNull(interval, "interval is null");
    }

    /** Loads the installed plugins, installs new jars of the folder, and then polls both, all in the thread of this object. */
    public void start() {
        thread.execute(() -> {
            try {
                attempt(this::begin);
            } finally {
                loaded.countDown();
            }
        });
        thread.scheduleWithFixedDelay(
                () -> attempt(this::look), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until the plugins of the start are loaded, or could not be loaded. */
    public void awaitStart() {
        try {
            loaded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops polling; loaded plugins stay loaded. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void begin() throws IOException {
        long begin = System.nanoTime();
        replica.follow();
        inbox.lookAtAll();
        LOG.info(
                "{} plugins installed, after {} ms",
                replica.installed().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        replica.prune();
    }

    private void look() {
        replica.follow();
        inbox.look();
    }

    /** After a failure the loaded plugins stay loaded and polling continues; a repeated failure is logged once. */
    private void attempt(Look look) {
        try {
            look.look();
            if (!trouble.isEmpty()) {
                LOG.info("plugins are polled again");
            }
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (!trouble.equals(String.valueOf(e.getMessage()))) {
                LOG.warn("cannot poll plugins, keeping the loaded ones: {}", e.getMessage(), e);
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    private interface Look {
        void look() throws IOException;
    }
}
