package io.kubefate.server.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates executors with named daemon threads. */
public final class Threads {

    private static final int LISTENERS = 4;

    private Threads() {}

    /** Returns an executor with a thread for each concurrent call; idle threads end. */
    public static ExecutorService growing(String name) {
        return Executors.newCachedThreadPool(daemons(name));
    }

    /** Returns a scheduler with a few threads; a listener that blocks occupies one. */
    public static ScheduledExecutorService scheduled(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(LISTENERS, daemons(name));
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
