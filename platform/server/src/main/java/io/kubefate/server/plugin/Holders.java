package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the holders of a resource, initially its creator. When the last one releases it, the resource is ended once. */
final class Holders {

    private final AtomicInteger count = new AtomicInteger(1);
    private final Runnable end;

    /** Creates a counter; the last holder runs {@code end} on its own thread. */
    Holders(Runnable end) {
        this.end = requireNonNull(end, "end is null");
    }

    /** Acquires a hold and returns true, or returns false if the resource has ended. */
    boolean hold() {
        return count.updateAndGet(holders -> holders == 0 ? 0 : holders + 1) > 0;
    }

    /** Releases a hold. */
    void release() {
        if (count.decrementAndGet() == 0) {
            end.run();
        }
    }
}
