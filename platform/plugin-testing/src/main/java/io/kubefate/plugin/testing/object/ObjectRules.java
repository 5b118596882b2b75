package io.kubefate.plugin.testing.object;

import java.util.List;

/** What must hold in every cluster, whichever modules it has. */
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
     * @return what does not hold, a sentence each
     */
    public static List<String> violations(ObjectSet objects) {
        return ALL.stream().flatMap(rule -> rule.violations(objects)).distinct().toList();
    }
}
