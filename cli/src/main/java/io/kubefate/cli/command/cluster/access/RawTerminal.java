package io.kubefate.cli.command.cluster.access;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The user's terminal, in the mode in which every key goes to the program at the other end and nothing is shown twice, until it is closed
 * or the process ends. Needs the program {@code stty}, since the JDK cannot do it.
 */
final class RawTerminal implements AutoCloseable {

    private final String before;
    private final Thread hook;

    private RawTerminal(String before) {
        this.before = before;
        this.hook = new Thread(this::restore, "restore-terminal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static RawTerminal open() {
        RawTerminal terminal = new RawTerminal(stty("-g").strip());
        stty("raw", "-echo");
        return terminal;
    }

    /** {@return its size as Kubernetes wants it, in JSON} */
    static String size() {
        String[] size = stty("size").strip().split(" ");
        return "{\"Width\":" + size[1] + ",\"Height\":" + size[0] + "}";
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        restore();
    }

    private void restore() {
        stty(before);
    }

    private static String stty(String... arguments) {
        List<String> words = new ArrayList<>(List.of("stty"));
        words.addAll(List.of(arguments));
        try {
            Process stty = new ProcessBuilder(words)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (stty.waitFor() == 0) {
                return answer;
            }
            throw new CommandException("-t needs a terminal as input");
        } catch (IOException e) {
            throw new CommandException("-t needs the program stty: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted", e);
        }
    }
}
