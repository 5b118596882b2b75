package io.kubefate.cli.text;

import java.util.Locale;

/** The colors of status words. */
enum StatusColor {
    GREEN("\u001B[32m"),
    YELLOW("\u001B[33m"),
    RED("\u001B[31m"),
    /** Words of newer services, and those without a meaning. */
    NONE("");

    private static final String RESET = "\u001B[0m";

    private final String code;

    StatusColor(String code) {
        this.code = code;
    }

    static StatusColor of(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "running", "success", "active", "loaded", "passed", "present", "yes" -> GREEN;
            case "installed", "updated", "reconciled", "unchanged" -> GREEN;
            case "pending", "creating", "updating", "deleting", "stopping", "rollback", "canceled" -> YELLOW;
            case "warning", "skipped", "disabled", "terminating" -> YELLOW;
            case "failed", "unavailable", "timeout", "rejected", "refused" -> RED;
            case "missing", "denied", "unreachable", "invalid" -> RED;
            default -> NONE;
        };
    }

    /** {@return the text, which may be padded, in this color} */
    String paint(String text) {
        return this == NONE ? text : code + text + RESET;
    }
}
