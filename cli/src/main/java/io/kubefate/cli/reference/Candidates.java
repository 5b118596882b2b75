package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that a reference can mean.
 *
 * @param noun {@code cluster}, {@code job}, {@code chart} or {@code token}
 * @param scope what the candidates are limited to, for example {@code " in namespace fate"}; may be empty
 */
record Candidates(String noun, String scope, List<Candidate> all) {

    Candidates {
        requireNonNull(noun, "noun is null");
        requireNonNull(scope, "scope is null");
        all = List.copyOf(all);
    }

    /**
     * Finds the one that a reference means: the one with this name, else the one whose UUID starts with the text.
     *
     * @throws CommandException if there is none or several; the message lists what the user may mean
     */
    Candidate find(Reference reference) {
        List<Candidate> found = matching(reference);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new CommandException(found.isEmpty() ? unknown(reference) : ambiguous(reference, found));
    }

    /** {@return whether the reference means one of them, or several} */
    boolean include(Reference reference) {
        return !matching(reference).isEmpty();
    }

    private List<Candidate> matching(Reference reference) {
        List<Candidate> named = only(candidate -> candidate.names().contains(reference.text()));
        return named.isEmpty() ? only(candidate -> reference.isBeginningOf(candidate.uuid())) : named;
    }

    private List<Candidate> only(Predicate<Candidate> condition) {
        return all.stream().filter(condition).toList();
    }

    private String ambiguous(Reference reference, List<Candidate> found) {
        return reference.text() + " matches " + found.size() + " " + noun + "s" + scope + "; use a UUID:\n"
                + found.stream().map(candidate -> "  " + candidate).collect(Collectors.joining("\n"));
    }

    private String unknown(Reference reference) {
        SimilarNames similar = new SimilarNames(reference.text());
        List<String> names = all.stream()
                .filter(candidate -> candidate.names().stream().anyMatch(similar::includes))
                .map(candidate -> candidate.names().get(0))
                .toList();
        String hint = names.isEmpty()
                ? "kubefate " + noun + " list shows the " + noun + "s"
                : "did you mean " + String.join(", ", names) + "?";
        return "no " + noun + " " + reference.text() + scope + "; " + hint;
    }
}
