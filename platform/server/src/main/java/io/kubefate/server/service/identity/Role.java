package io.kubefate.server.service.identity;

import static io.kubefate.server.service.identity.Permission.CHANGE;
import static io.kubefate.server.service.identity.Permission.GRANT;
import static io.kubefate.server.service.identity.Permission.VIEW;

import io.kubefate.server.store.identity.GrantRecord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A named set of permissions that can be granted: a role, or one of the permissions that are granted separately, too. */
public enum Role {
    VIEWER("viewer", EnumSet.of(VIEW, Permission.LOGS)),
    OPERATOR("operator", EnumSet.of(VIEW, Permission.LOGS, CHANGE, Permission.EXEC)),
    NAMESPACE_ADMIN(
            "namespace-admin", EnumSet.of(VIEW, Permission.LOGS, CHANGE, Permission.EXEC, Permission.SECRETS, GRANT)),
    ADMIN(GrantRecord.ADMIN, EnumSet.allOf(Permission.class)),
    LOGS("logs", EnumSet.of(Permission.LOGS)),
    EXEC("exec", EnumSet.of(Permission.EXEC)),
    SECRETS("secrets", EnumSet.of(Permission.SECRETS)),
    PLUGINS("plugins", EnumSet.of(Permission.PLUGINS));

    private final String text;
    private final Set<Permission> permissions;

    Role(String text, Set<Permission> permissions) {
        this.text = text;
        this.permissions = Set.copyOf(permissions);
    }

    /** Returns the role of a name like {@code namespace-admin}. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
    }

    /** Returns the first role that has a permission; roles are sorted by what they permit. */
    static Role smallestWith(Permission permission) {
        return Arrays.stream(values())
                .filter(role -> role.has(permission))
                .findFirst()
                .orElse(ADMIN);
    }

    /** Returns the name in requests, messages and the database. */
    public String text() {
        return text;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }

    /** Returns whether it can be granted for a single namespace. */
    public boolean isNamespaced() {
        return permissions.stream().allMatch(Permission::isNamespaced);
    }
}
