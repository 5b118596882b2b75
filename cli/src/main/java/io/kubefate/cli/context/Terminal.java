package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The terminal that the output goes to.
 *
 * @param interactive false for a file or a pipe
 * @param colors whether to print colors
 * @param columns the width; determined on use only, because it starts a process
 */
public record Terminal(boolean interactive, boolean colors, IntSupplier columns) {

    private static final int DEFAULT_COLUMNS = 80;
    private static final int MARGIN = 20;
    private static final int MINIMUM_TEXT_WIDTH = 40;
    private static final int TEXT_WIDTH_OF_FILES = 120;

    public Terminal {
        requireNonNull(columns, "columns is null");
    }

    /**
     * The terminal of this process.
     *
     * @param variables the environment variables, of which {@code NO_COLOR} and {@code COLUMNS} are used
     * @return not interactive if input or output is redirected
     */
    public static Terminal ofProcess(Map<String, String> variables) {
        boolean interactive = isInteractive();
        boolean colors = interactive && variables.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(interactive, colors, () -> columns(variables.getOrDefault("COLUMNS", "")));
    }

    /** {@return the maximum width of a column of text} */
    public int textWidth() {
        return interactive ? Math.max(MINIMUM_TEXT_WIDTH, columns.getAsInt() - MARGIN) : TEXT_WIDTH_OF_FILES;
    }

    /** {@return a line that the user types without seeing it; empty if this process has no terminal} */
    public Optional<String> readPassword() {
        return Optional.ofNullable(System.console())
                .filter(console -> isInteractive())
                .map(Console::readPassword)
                .map(String::new);
    }

    /** Up to JDK 21 a console exists only on a terminal; later versions always have one, with the method isTerminal. */
    @SuppressWarnings("SystemConsoleNull") // isTerminal is not in the oldest supported JDK
    private static boolean isInteractive() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int columns(String variable) {
        if (variable.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(variable);
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return size.matches("\\d+ [1-9]\\d*\\s*")
                    ? Integer.parseInt(size.substring(size.indexOf(' ')).strip())
                    : DEFAULT_COLUMNS;
        } catch (IOException e) {
            return DEFAULT_COLUMNS; // the system has no stty
        }
    }
}
