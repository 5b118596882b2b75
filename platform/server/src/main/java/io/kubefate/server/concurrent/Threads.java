package io.kubefate.server.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of this package: named, and none keeps the process alive. */
public final class Threads {

    private static final int LISTENERS = 4;

    private Threads() {}

    /** {@return as many threads as there are calls at a time; idle ones end} */
    public static ExecutorService growing(String name) {
        return Executors.newCachedThreadPool(daemons(name));
    }

    /** {@return a few threads that run something later; a listener that blocks occupies one} */
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
