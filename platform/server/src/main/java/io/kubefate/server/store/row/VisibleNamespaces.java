package io.kubefate.server.store.row;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The namespaces to which a query is restricted. */
public final class VisibleNamespaces {

    private VisibleNamespaces() {}

    /** Returns the names for the statement, which needs at least one; no namespace has an empty name. */
    public static List<String> names(Optional<Set<String>> visible) {
        return visible.filter(names -> !names.isEmpty()).map(List::copyOf).orElse(List.of(""));
    }
}
