package io.kubefate.server.kubernetes;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Listens to a Job and waits for what is told of it. */
final class JobLog implements Consumer<JobState> {

    private final BlockingQueue<JobState> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(JobState state) {
        told.add(state);
    }

    /** {@return the next state that meets a condition} */
    JobState await(Predicate<JobState> condition) throws InterruptedException {
        JobState last = null;
        while (true) {
            JobState state = told.poll(2, TimeUnit.MINUTES);
            if (state == null) {
                throw new AssertionError("not told within two minutes; the last was " + last);
            }
            if (condition.test(state)) {
                return state;
            }
            last = state;
        }
    }

    JobState awaitEnd() throws InterruptedException {
        return await(state -> state.ended() && state.phase() != JobState.Phase.ABSENT);
    }
}
