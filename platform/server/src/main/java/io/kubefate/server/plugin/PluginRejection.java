package io.kubefate.server.plugin;

/** Says why a jar is not loaded; its message is the reason that an administrator reads. */
final class PluginRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginRejection(String reason) {
        super(reason);
    }

    PluginRejection(String reason, Throwable cause) {
        super(reason, cause);
    }
}
