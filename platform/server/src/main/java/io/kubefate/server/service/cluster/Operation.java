package io.kubefate.server.service.cluster;

import java.util.Locale;

/** What a plan is for. All are the same plan: from what the cluster has to what it is to have, which may be nothing. */
enum Operation {
    INSTALL,
    UPDATE,
    ROLLBACK,
    DELETE;

    /** Returns the name that clients see: {@code install}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
