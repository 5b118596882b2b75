package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Where output goes.
 *
 * @param interactive whether a person sees it at once, rather than a file or a pipe
 * @param colors whether colors are wanted
 * @param columns its width; asked for only when needed, because that takes a process
 */
public record Terminal(boolean interactive, boolean colors, IntSupplier columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final int MARGIN = 20;
    private static final int MINIMUM = 40;
    private static final int WITHOUT_TERMINAL = 120;

    /** Checks that a width is given. */
    public Terminal {
        requireNonNull(columns, "columns is null");
    }

    /**
     * This process's terminal.
     *
     * @param variables the environment variables; {@code NO_COLOR} and {@code COLUMNS} count
     * @return not interactive if input or output is redirected
     */
    public static Terminal ofProcess(Map<String, String> variables) {
        boolean interactive = isInteractive();
        boolean colors = interactive && variables.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(interactive, colors, () -> columns(variables.getOrDefault("COLUMNS", "")));
    }

    /** {@return how wide a column of prose may get} */
    public int textWidth() {
        return interactive ? Math.max(MINIMUM, columns.getAsInt() - MARGIN) : WITHOUT_TERMINAL;
    }

    /** A console is there only at a terminal up to JDK 21; later ones have it always and can tell. */
    @SuppressWarnings("SystemConsoleNull") // the method that tells is not in the oldest JDK that we support
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
                    : USUAL_COLUMNS;
        } catch (IOException e) {
            return USUAL_COLUMNS; // no stty on this system
        }
    }
}
