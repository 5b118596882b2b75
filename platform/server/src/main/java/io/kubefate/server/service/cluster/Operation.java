package io.kubefate.server.service.cluster;

import java.util.Locale;

/** The operation that a plan is for. Each is a plan from the current to the desired state, which may be empty. */
enum Operation {
    INSTALL,
    ADOPT,
    UPDATE,
    ROLLBACK,
    DELETE;

    /** Returns the name that clients see: {@code install}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
