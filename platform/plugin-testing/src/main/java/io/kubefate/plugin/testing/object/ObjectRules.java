package io.kubefate.plugin.testing.object;

import java.util.List;

/** The rules for the objects of every cluster. */
public final class ObjectRules {

    private static final List<ObjectRule> ALL = List.of(
            new NameRule(),
            new FieldRule(),
            new ContainerRule(),
            new VolumeRule(),
            new SelectorRule(),
            new ServiceRule(),
            new AnnotationRule());

    private ObjectRules() {}

    /**
     * Checks the objects of a cluster.
     *
     * @param objects all of them
     * @return a sentence for each violation
     */
    public static List<String> violations(ObjectSet objects) {
        return ALL.stream().flatMap(rule -> rule.violations(objects)).distinct().toList();
    }
}
