package io.kubefate.server.http.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets tasks run as long as their total weight is within a capacity. The others wait for their turn, in the order of their arrival and
 * without a thread.
 */
final class Turns {

    private final long capacity;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private long taken;

    Turns(long capacity) {
        this.capacity = capacity;
    }

    /**
     * Requests a turn.
     *
     * @param weight of the task; one above the capacity runs alone
     * @param task is run by this method, or later by the thread that makes room; it must not block
     */
    Turn take(long weight, Consumer<Turn> task) {
        Turn turn = new Turn(Math.min(weight, capacity), task);
        synchronized (this) {
            waiting.add(turn);
        }
        startNext();
        return turn;
    }

    private void startNext() {
        List<Turn> next = new ArrayList<>();
        synchronized (this) {
            while (!waiting.isEmpty() && taken + waiting.element().weight <= capacity) {
                Turn turn = waiting.remove();
                taken += turn.weight;
                next.add(turn);
            }
        }
        next.forEach(turn -> turn.task.accept(turn));
    }

    /** A task that waits, runs or has ended. */
    final class Turn {

        private final long weight;
        private final Consumer<Turn> task;

        private Turn(long weight, Consumer<Turn> task) {
            this.weight = weight;
            this.task = task;
        }

        boolean isWaiting() {
            synchronized (Turns.this) {
                return waiting.contains(this);
            }
        }

        /** Returns whether the task was still waiting; it will then not run. */
        boolean withdraw() {
            boolean withdrawn;
            synchronized (Turns.this) {
                withdrawn = waiting.remove(this);
            }
            startNext(); // it may have been the first, too heavy for the room that those behind it have
            return withdrawn;
        }

        /** Makes room. Called once, when the task has ended. */
        void end() {
            synchronized (Turns.this) {
                taken -= weight;
            }
            startNext();
        }
    }
}
