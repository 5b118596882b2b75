package io.kubefate.server.configuration;

import java.util.Locale;

/** The levels that {@code FATECLOUD_LOG_LEVEL} had in the earlier KubeFATE (those of zerolog), as this service's. */
final class LogLevels {

    private LogLevels() {}

    static String logback(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "fatal", "panic" -> "ERROR";
            case "disabled", "off", "false" -> "OFF";
            case "warning" -> "WARN";
            case "trace", "debug", "info", "warn", "error", "all" -> level.toUpperCase(Locale.ROOT);
            default ->
                throw new IllegalArgumentException("the log level '" + level
                        + "' is none of trace, debug, info, warn, error, fatal, panic, disabled");
        };
    }
}
