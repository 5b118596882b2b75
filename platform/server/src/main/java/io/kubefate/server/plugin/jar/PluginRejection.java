package io.kubefate.server.plugin.jar;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Says why a jar is not loaded; its message is the reason that an administrator reads. */
public final class PluginRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PluginRejection(String reason) {
        super(requireNonNull(reason, "reason is null"));
    }

    public PluginRejection(String reason, @Nullable Throwable cause) {
        super(requireNonNull(reason, "reason is null"), cause);
    }

    /** {@return the message; unlike that of other exceptions never null} */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
