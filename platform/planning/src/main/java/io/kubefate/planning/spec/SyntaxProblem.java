package io.kubefate.planning.spec;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Explains why a text is not valid YAML. */
final class SyntaxProblem {

    /** The explanation for a fragment of the parser's message. */
    private record Hint(String fragment, String text) {}

    private static final List<Hint> HINTS = List.of(
            new Hint("\\t", "a tab is used where spaces are required; indent with spaces"),
            new Hint("aliases", "more than 50 aliases (*name) are used; write the values out"),
            new Hint("Global tag", "tags (!!name) are not allowed; write the value without a tag"),
            new Hint("Nesting Depth", "nested more than 50 levels deep"),
            new Hint(
                    "mapping values are not allowed",
                    "a ':' is not allowed here; check the indentation, and put a value that contains ': ' into quotes"),
            new Hint("could not find expected ':'", "a key without ':' after it; write 'key: value'"),
            new Hint("expected <block end>", "the indentation does not match the lines above"),
            new Hint(
                    "undefined alias",
                    "an alias (*name) without its anchor (&name); put a value that begins with '*' into quotes"),
            new Hint("unexpected end of stream", "a quote is not closed"),
            new Hint("cannot start any token", "a value cannot begin with this character; put the value into quotes"));

    private SyntaxProblem() {}

    static InvalidSpecException explain(YAMLException e, String text) {
        if (e instanceof ReaderException unreadable) {
            int line = (int) text.substring(0, Math.min(unreadable.getPosition(), text.length()))
                    .lines()
                    .count();
            String character = String.format("U+%04X", unreadable.getCodePoint());
            return new InvalidSpecException(
                    "", Math.max(line, 1), "the control character " + character + " is not allowed");
        }
        Optional<Mark> mark = e instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getProblemMark())
                : Optional.empty();
        String message = String.valueOf(e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage());
        String column =
                mark.map(place -> "column " + (place.getColumn() + 1) + ": ").orElse("");
        return new InvalidSpecException(
                "", mark.map(place -> place.getLine() + 1).orElse(0), column + hint(message));
    }

    private static String hint(String message) {
        return HINTS.stream()
                .filter(hint -> message.contains(hint.fragment()))
                .findFirst()
                .map(Hint::text)
                .orElse("not valid YAML: " + message);
    }
}
