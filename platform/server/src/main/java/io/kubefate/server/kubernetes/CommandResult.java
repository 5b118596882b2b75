package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

/** How a {@link PodCommand} ended. */
public sealed interface CommandResult {

    /**
     * It ran to its end.
     *
     * @param exitCode of the program
     * @param output the end of what it printed on either stream, a few KiB at most
     */
    record Exited(int exitCode, String output) implements CommandResult {

        /** Checks that there is an output. */
        public Exited {
            requireNonNull(output, "output is null");
        }
    }

    /**
     * It was still running when its time was over; the container may go on with it.
     *
     * @param output the end of what it had printed by then
     */
    record TimedOut(String output) implements CommandResult {

        /** Checks that there is an output. */
        public TimedOut {
            requireNonNull(output, "output is null");
        }
    }

    /**
     * It could not be started.
     *
     * @param reason why: no pod is ready, the image lacks the program, or what the node said
     */
    record NotRun(String reason) implements CommandResult {

        /** Checks that there is a reason. */
        public NotRun {
            requireNonNull(reason, "reason is null");
        }

        public static NotRun withoutPod(PodCommand command) {
            return new NotRun("no pod of module " + command.module() + " with a ready container " + command.container()
                    + " was found");
        }
    }
}
