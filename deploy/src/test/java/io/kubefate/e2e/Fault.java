package io.kubefate.e2e;

import java.time.Duration;
import java.util.Random;

/**
 * Something that goes wrong.
 *
 * @param name one word
 * @param need what it needs besides replicas, database and Kubernetes
 * @param round lets it go wrong once; when that returns, all works again
 */
record Fault(String name, Need need, Round round) {

    Fault(String name, Round round) {
        this(name, Need.NOTHING, round);
    }

    /** What not every machine has. */
    enum Need {
        NOTHING,
        /** The permission to mount a file system for the database. */
        SMALL_DISK,
        /** Debian's package faketime, for the clock of a replica. */
        JUMPING_CLOCK
    }

    /** One occurrence of a fault. */
    @FunctionalInterface
    interface Round {
        void run(FaultSite site, Random random, Duration outage) throws Exception;
    }
}
