package io.kubefate.plugin.testing.object;

import java.util.List;
import java.util.stream.Stream;

/** What Kubernetes makes of a text after it was applied: {@code $(NAME)} in a variable, command or argument is replaced. */
public final class Expansions {

    private Expansions() {}

    /**
     * Looks for a user's text that Kubernetes would expand.
     *
     * @param objects of a cluster that has the text
     * @param text for example {@code $(HOSTNAME)}
     * @return a sentence for each place where it stands as it was written; none if the text is no reference
     */
    public static List<String> of(ObjectSet objects, String text) {
        if (!text.startsWith("$(")) {
            return List.of();
        }
        return objects.pods().stream()
                .flatMap(pod -> pod.allContainers()
                        .flatMap(container -> Stream.of(
                                        Fields.maps(container, "env").stream()
                                                .map(variable -> Fields.text(variable, "value")),
                                        Fields.texts(container, "command").stream(),
                                        Fields.texts(container, "args").stream())
                                .flatMap(words -> words)
                                .filter(word -> word.replace("$$", "").contains(text))
                                .map(word -> pod.named(container)
                                        + ": Kubernetes expands it in a variable or command; print it with"
                                        + " ?replace(\"$\", \"$$\")")))
                .distinct()
                .toList();
    }
}
