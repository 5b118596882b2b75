package io.kubefate.server.kubernetes.access;

import java.util.List;

/**
 * A command to run in a container.
 *
 * @param command the program and its arguments
 * @param input whether it reads input
 * @param terminal whether it runs in a terminal, which has one output
 */
public record ExecOptions(List<String> command, boolean input, boolean terminal) {

    public ExecOptions {
        command = List.copyOf(command);
    }
}
