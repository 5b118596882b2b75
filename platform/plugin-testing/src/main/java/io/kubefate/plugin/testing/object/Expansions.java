package io.kubefate.plugin.testing.object;

import java.util.List;
import java.util.stream.Stream;

/** References {@code $(NAME)} in variables, commands and arguments, which Kubernetes expands. */
public final class Expansions {

    private Expansions() {}

    /**
     * Finds text of a user that Kubernetes expands.
     *
     * @param objects of a cluster that has the text
     * @param text for example {@code $(HOSTNAME)}
     * @return a sentence for each occurrence; empty if the text is not a reference
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
