package io.kubefate.cli.client;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command for a container.
 *
 * @param module a module, container or pod
 * @param pod which pod of it; empty text for the first that runs
 * @param container which container of that; empty text for the usual one
 * @param input whether it gets any
 * @param terminal whether it gets a terminal
 * @param command the program and its arguments
 */
public record ExecRequest(
        String module, String pod, String container, boolean input, boolean terminal, List<String> command) {

    /** Copies the list. */
    public ExecRequest {
        command = List.copyOf(command);
    }

    String text() {
        Stream<String> where = Stream.of(
                "module=" + KubefateClient.segment(module),
                "pod=" + KubefateClient.segment(pod),
                "container=" + KubefateClient.segment(container),
                "stdin=" + input,
                "tty=" + terminal);
        Stream<String> words = command.stream().map(word -> "command=" + KubefateClient.segment(word));
        return Stream.concat(where, words).collect(Collectors.joining("&"));
    }
}
