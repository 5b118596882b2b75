package io.kubefate.planning.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A place where a text is not valid YAML.
 *
 * @param line from 1; 0 if unknown
 * @param message what is wrong and what to write instead
 */
public record SyntaxProblem(int line, String message) {

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
            new Hint(
                    "expected ',' or ']'",
                    "a list [...] without ']' at its end, or without a ',' between two elements"),
            new Hint("expected ',' or '}'", "a map {...} without '}' at its end, or without a ',' between two keys"),
            new Hint("expected '<document start>'", "text after the end of the map; remove it"),
            new Hint("cannot start any token", "a value cannot begin with this character; put the value into quotes"));

    public SyntaxProblem {
        requireNonNull(message, "message is null");
    }

    static SyntaxProblem of(Slip slip) {
        return new SyntaxProblem(slip.line() + 1, "column " + (slip.column() + 1) + ": " + slip.message());
    }

    /**
     * Explains an exception of the parser.
     *
     * @param text what was parsed
     */
    static SyntaxProblem of(YAMLException e, String text) {
        if (e instanceof LimitException limit) {
            return limit.problem();
        }
        if (e instanceof ReaderException unreadable) {
            int line = (int) text.substring(0, Math.min(unreadable.getPosition(), text.length()))
                    .lines()
                    .count();
            String character = String.format("U+%04X", unreadable.getCodePoint());
            return new SyntaxProblem(Math.max(line, 1), "the control character " + character + " is not allowed");
        }
        Optional<Mark> mark = e instanceof MarkedYAMLException marked ? mark(marked) : Optional.empty();
        String message = String.valueOf(e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage());
        String column =
                mark.map(place -> "column " + (place.getColumn() + 1) + ": ").orElse("");
        return new SyntaxProblem(mark.map(place -> place.getLine() + 1).orElse(0), column + hint(message));
    }

    /** Returns the start of a quoted scalar that is not closed, or the place of any other problem. */
    private static Optional<Mark> mark(MarkedYAMLException e) {
        boolean open =
                String.valueOf(e.getProblem()).contains("unexpected end of stream") && e.getContextMark() != null;
        return Optional.ofNullable(open ? e.getContextMark() : e.getProblemMark());
    }

    private static String hint(String message) {
        return HINTS.stream()
                .filter(hint -> message.contains(hint.fragment()))
                .findFirst()
                .map(Hint::text)
                .orElse("not valid YAML: " + message);
    }
}
