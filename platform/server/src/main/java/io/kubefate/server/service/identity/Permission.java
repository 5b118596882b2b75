package io.kubefate.server.service.identity;

import java.util.Locale;

/** What a user may do. Which requests need which permission is stated at the resource methods. */
public enum Permission {
    /** See clusters, their jobs, revisions and events. */
    VIEW(true),
    /** Read logs. */
    LOGS(true),
    /** Install, update, check and delete clusters, and stop jobs. */
    CHANGE(true),
    /** Run commands in containers and connect to their ports. */
    EXEC(true),
    /** See passwords. */
    SECRETS(true),
    /** Grant and revoke permissions, up to one's own. */
    GRANT(true),
    /** Install and remove plugins, whose code runs in the service. */
    PLUGINS(false),
    /** Create and change users and all their tokens. */
    USERS(false),
    /** Read the audit log. */
    AUDIT(false);

    private final boolean namespaced;

    Permission(boolean namespaced) {
        this.namespaced = namespaced;
    }

    /** Returns whether it can be limited to a namespace; if not, it has to be granted for all namespaces. */
    public boolean isNamespaced() {
        return namespaced;
    }

    /** Returns the name in messages, for example {@code change}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
