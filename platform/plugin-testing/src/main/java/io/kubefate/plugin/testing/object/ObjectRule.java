package io.kubefate.plugin.testing.object;

import java.util.stream.Stream;

/** A rule for the objects of a cluster. */
@FunctionalInterface
interface ObjectRule {

    /**
     * Finds violations.
     *
     * @param objects of one cluster
     * @return a sentence for each, with the object, the field and the remedy
     */
    Stream<String> violations(ObjectSet objects);
}
