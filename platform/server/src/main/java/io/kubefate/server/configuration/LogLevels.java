package io.kubefate.server.configuration;

import java.util.Locale;
import java.util.Optional;

/** Converts the levels of {@code FATECLOUD_LOG_LEVEL} in KubeFATE 1.x (those of zerolog) to those of this service. */
final class LogLevels {

    static final String NAMES = "trace, debug, info, warn, error, fatal, panic, disabled";

    private LogLevels() {}

    /** {@return the level; empty if it is unknown} */
    static Optional<String> logback(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "fatal", "panic" -> Optional.of("ERROR");
            case "disabled", "off", "false" -> Optional.of("OFF");
            case "warning" -> Optional.of("WARN");
            case "trace", "debug", "info", "warn", "error", "all" -> Optional.of(level.toUpperCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }
}
