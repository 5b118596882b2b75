package io.kubefate.server.kubernetes;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Listens to a Job and waits for reported states. */
public final class BatchJobLog implements Consumer<BatchJobState> {

    private final BlockingQueue<BatchJobState> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(BatchJobState state) {
        told.add(state);
    }

    /** Returns the next state that meets a condition. */
    public BatchJobState await(Predicate<BatchJobState> condition) throws InterruptedException {
        BatchJobState last = null;
        while (true) {
            BatchJobState state = told.poll(2, TimeUnit.MINUTES);
            if (state == null) {
                throw new AssertionError("not told within two minutes; the last was " + last);
            }
            if (condition.test(state)) {
                return state;
            }
            last = state;
        }
    }

    public BatchJobState awaitEnd() throws InterruptedException {
        return await(state -> state.ended() && state.phase() != BatchJobState.Phase.ABSENT);
    }
}
