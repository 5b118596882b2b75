package io.kubefate.server.configuration;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.commons.text.StringSubstitutor;

/** Puts environment variables into the configuration file: <code>${NAME:-default}</code>. */
public final class Variables extends StringSubstitutor {

    private static final String LOG_LEVEL = "FATECLOUD_LOG_LEVEL";

    /**
     * A substitutor.
     *
     * @param environment gives a variable's value, or null
     */
    public Variables(UnaryOperator<String> environment) {
        super(name -> value(name, environment.apply(name)));
    }

    /** An empty variable counts as absent. Values stand in quotes in the file, so quotes and backslashes are escaped. */
    private static String value(String name, String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return name.equals(LOG_LEVEL)
                ? logLevel(value)
                : value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The original's names of levels. */
    private static String logLevel(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "fatal", "panic" -> "error";
            case "disabled" -> "off";
            default -> value;
        };
    }
}
