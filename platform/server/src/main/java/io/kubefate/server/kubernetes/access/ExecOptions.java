package io.kubefate.server.kubernetes.access;

import java.util.List;

/**
 * A command for a container.
 *
 * @param command the program and its arguments
 * @param input whether it gets any
 * @param terminal whether it gets a terminal, which has one output
 */
public record ExecOptions(List<String> command, boolean input, boolean terminal) {

    /** Copies the list. */
    public ExecOptions {
        command = List.copyOf(command);
    }
}
