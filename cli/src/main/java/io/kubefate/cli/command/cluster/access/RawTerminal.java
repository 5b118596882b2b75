package io.kubefate.cli.command.cluster.access;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The user's terminal in raw mode, without local echo, until it is closed or the process ends. Uses the program {@code stty}, because the
 * JDK has no API for it.
 */
final class RawTerminal implements AutoCloseable {

    private final String savedMode;
    private final Thread hook;

    private RawTerminal(String savedMode) {
        this.savedMode = savedMode;
        this.hook = new Thread(this::restore, "restore-terminal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static RawTerminal open() {
        RawTerminal terminal = new RawTerminal(stty("-g").strip());
        stty("raw", "-echo");
        return terminal;
    }

    /** {@return the size in the JSON format of Kubernetes} */
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
        stty(savedMode);
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
            throw new CommandException("--tty requires a terminal as input");
        } catch (IOException e) {
            throw new CommandException("--tty requires the program stty: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while running stty", e);
        }
    }
}
