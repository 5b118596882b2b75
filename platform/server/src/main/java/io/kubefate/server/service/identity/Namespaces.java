package io.kubefate.server.service.identity;

import io.kubefate.server.store.identity.GrantRecord;
import java.util.Optional;
import java.util.Set;

/**
 * The namespaces in which a user has a permission.
 *
 * @param all whether in all, also future ones
 * @param names in which, if not in all
 */
public record Namespaces(boolean all, Set<String> names) {

    /** In place of a namespace: all of them. */
    public static final String EVERYWHERE = GrantRecord.EVERYWHERE;

    /** In place of a namespace: at least one of them. */
    public static final String ANY = "?";

    /** All namespaces. */
    public static final Namespaces ALL = new Namespaces(true, Set.of());

    public static final Namespaces NONE = new Namespaces(false, Set.of());

    public Namespaces {
        names = Set.copyOf(names);
    }

    /** {@return the namespaces with these names; all, if one of them is {@link #EVERYWHERE}} */
    static Namespaces of(Set<String> names) {
        return names.contains(EVERYWHERE) ? ALL : new Namespaces(false, names);
    }

    /** {@return whether a namespace is one of them; {@link #EVERYWHERE} is only if all are} */
    public boolean contains(String namespace) {
        return all || names.contains(namespace);
    }

    /** {@return the names to which a query is restricted; empty if it is not} */
    public Optional<Set<String>> restriction() {
        return all ? Optional.empty() : Optional.of(names);
    }

    public boolean isEmpty() {
        return !all && names.isEmpty();
    }
}
