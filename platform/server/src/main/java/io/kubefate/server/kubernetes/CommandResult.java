package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

/** The result of a {@link PodCommand}. */
public sealed interface CommandResult {

    /**
     * The command ended.
     *
     * @param exitCode the exit code of the program
     * @param output the end of its output on both streams, at most a few KiB
     */
    record Exited(int exitCode, String output) implements CommandResult {

        public Exited {
            requireNonNull(output, "output is null");
        }
    }

    /**
     * The command exceeded its timeout; the container may continue to run it.
     *
     * @param output the end of its output so far
     */
    record TimedOut(String output) implements CommandResult {

        public TimedOut {
            requireNonNull(output, "output is null");
        }
    }

    /**
     * The command could not be started.
     *
     * @param reason the reason: no pod is ready, the image lacks the program, or the message of the node
     */
    record NotRun(String reason) implements CommandResult {

        public NotRun {
            requireNonNull(reason, "reason is null");
        }

        public static NotRun withoutPod(PodCommand command) {
            return new NotRun("no pod of module " + command.module() + " with a ready container " + command.container()
                    + " was found");
        }
    }
}
