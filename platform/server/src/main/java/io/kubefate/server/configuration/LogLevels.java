package io.kubefate.server.configuration;

import java.util.Locale;

/** Converts the levels of {@code FATECLOUD_LOG_LEVEL} in KubeFATE 1.x (those of zerolog) to those of this service. */
final class LogLevels {

    private LogLevels() {}

    static String logback(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "fatal", "panic" -> "ERROR";
            case "disabled", "off", "false" -> "OFF";
            case "warning" -> "WARN";
            case "trace", "debug", "info", "warn", "error", "all" -> level.toUpperCase(Locale.ROOT);
            default ->
                throw new IllegalArgumentException("invalid log level '" + level
                        + "'; use trace, debug, info, warn, error, fatal, panic or disabled");
        };
    }
}
