package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

/**
 * A place in the database: a column of one row. An encrypted text is bound to its cell, so that nobody can move it to another one.
 *
 * @param name unique among all cells, for example {@code cluster.spec/UUID}
 */
public record Cell(String name) {

    public Cell {
        requireNonNull(name, "name is null");
    }

    @Override
    public String toString() {
        return name;
    }
}
