package io.kubefate.cli.client;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command to run in a container.
 *
 * @param target the container
 * @param command the program and its arguments
 * @param stdin whether the command has an input
 * @param tty whether the command has a terminal
 */
public record ExecRequest(Target target, List<String> command, boolean stdin, boolean tty) {

    public ExecRequest {
        command = List.copyOf(command);
    }

    /** {@return a command without input and terminal} */
    public static ExecRequest of(Target target, List<String> command) {
        return new ExecRequest(target, command, false, false);
    }

    public ExecRequest withStdin(boolean value) {
        return new ExecRequest(target, command, value, tty);
    }

    public ExecRequest withTty(boolean value) {
        return new ExecRequest(target, command, stdin, value);
    }

    /**
     * A container.
     *
     * @param module a module, container or pod
     * @param pod a pod of the module; empty for the first running one
     * @param container a container of the pod; empty for the one with the module's name, or the first
     */
    public record Target(String module, String pod, String container) {}

    String text() {
        Stream<String> options = Stream.of(
                "module=" + KubefateClient.segment(target.module()),
                "pod=" + KubefateClient.segment(target.pod()),
                "container=" + KubefateClient.segment(target.container()),
                "stdin=" + stdin,
                "tty=" + tty);
        Stream<String> words = command.stream().map(word -> "command=" + KubefateClient.segment(word));
        return Stream.concat(options, words).collect(Collectors.joining("&"));
    }
}
