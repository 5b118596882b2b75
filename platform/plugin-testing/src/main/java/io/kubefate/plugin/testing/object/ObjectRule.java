package io.kubefate.plugin.testing.object;

import java.util.stream.Stream;

/** Something that must hold for the objects of a cluster. */
@FunctionalInterface
interface ObjectRule {

    /**
     * Looks for what does not hold.
     *
     * @param objects of one cluster
     * @return a sentence each, which names the object and the field and says what to do
     */
    Stream<String> violations(ObjectSet objects);
}
