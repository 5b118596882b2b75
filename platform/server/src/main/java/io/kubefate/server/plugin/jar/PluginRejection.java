package io.kubefate.server.plugin.jar;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A jar is not loaded. The message is the reason for the administrator. */
public final class PluginRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PluginRejection(String reason) {
        super(requireNonNull(reason, "reason is null"));
    }

    public PluginRejection(String reason, @Nullable Throwable cause) {
        super(requireNonNull(reason, "reason is null"), cause);
    }

    /** Returns the message, which is never null. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
