package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that a reference can mean.
 *
 * @param names the names other than the UUID, the most exact one first; may be empty
 * @param details what tells it apart from others, for people
 */
record Candidate(String uuid, List<String> names, String details) {

    Candidate {
        requireNonNull(uuid, "uuid is null");
        names = List.copyOf(names);
        requireNonNull(details, "details is null");
    }

    @Override
    public String toString() {
        String name = names.isEmpty() ? "" : "  " + names.get(0);
        return uuid + name + "  " + details;
    }
}
