package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who holds a thing, its maker first. When nobody does any more it is ended, once and for all. */
final class Holders {

    private final AtomicInteger count = new AtomicInteger(1);
    private final Runnable end;

    /**
     * A thing that its maker holds.
     *
     * @param end what happens when nobody holds it any more, on the thread of the last holder
     */
    Holders(Runnable end) {
        this.end = requireNonNull(end, "end is null");
    }

    /** {@return whether the caller holds it now; false if it has ended} */
    boolean hold() {
        return count.updateAndGet(holders -> holders == 0 ? 0 : holders + 1) > 0;
    }

    /** Gives up one hold. */
    void release() {
        if (count.decrementAndGet() == 0) {
            end.run();
        }
    }
}
