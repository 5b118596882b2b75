package io.kubefate.planning.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Explains why a text is not valid YAML. The parser often reports a mistyped character only lines later and as something else, so this
 * searches for typical slips before the reported place. A slip counts only if the parser gets further after it is corrected. The parser
 * reads at most {@link #MAX_CHARACTERS} again.
 */
final class SyntaxDiagnosis {

    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_PROBLEMS = 100;

    private final Consumer<String> parser;
    private long read;

    /** @param parser throws a {@link YAMLException} if its argument is not valid YAML */
    SyntaxDiagnosis(Consumer<String> parser) {
        this.parser = requireNonNull(parser, "parser is null");
    }

    /**
     * A text with corrected slips.
     *
     * @param failure why the text is still invalid, if it is
     */
    private record Correction(String text, List<Slip> slips, Optional<YAMLException> failure) {}

    List<SyntaxProblem> explain(String text, YAMLException failure) {
        List<SyntaxProblem> problems = new ArrayList<>();
        Optional<YAMLException> cause = Optional.of(failure);
        String current = text;
        while (cause.isPresent() && problems.size() < MAX_PROBLEMS) {
            Optional<Correction> correction = correct(current, cause.get());
            if (correction.isEmpty()) {
                problems.add(SyntaxProblem.of(cause.get(), current));
                break;
            }
            correction.get().slips().stream()
                    .filter(slip -> !slip.message().isEmpty())
                    .map(SyntaxProblem::of)
                    .forEach(problems::add);
            cause = correction.get().failure();
            current = correction.get().text();
        }
        return problems.stream()
                .sorted(Comparator.comparingInt(SyntaxProblem::line))
                .limit(MAX_PROBLEMS)
                .toList();
    }

    private Optional<Correction> correct(String text, YAMLException failure) {
        if (!(failure instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return Optional.empty();
        }
        YamlLines lines = YamlLines.of(text);
        return new SlipFinder(lines)
                .candidates(Region.of(marked, lines))
                .map(slips -> corrected(lines, slips, marked.getProblemMark()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Correction> corrected(YamlLines lines, List<Slip> slips, Mark place) {
        String text = lines.with(slips);
        read += text.length();
        if (read > MAX_CHARACTERS) {
            return Optional.empty();
        }
        Optional<YAMLException> failure = failure(text);
        int growth = slips.stream()
                .filter(slip -> slip.line() == place.getLine())
                .mapToInt(slip -> slip.replacement().length() - slip.length())
                .sum();
        boolean progress = failure.map(next -> isAfter(next, place, growth)).orElse(true);
        return progress ? Optional.of(new Correction(text, slips, failure)) : Optional.empty();
    }

    private Optional<YAMLException> failure(String text) {
        try {
            parser.accept(text);
            return Optional.empty();
        } catch (YAMLException e) {
            return Optional.of(e);
        }
    }

    private static boolean isAfter(YAMLException failure, Mark place, int growth) {
        if (!(failure instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return false;
        }
        Mark next = marked.getProblemMark();
        return next.getLine() > place.getLine()
                || (next.getLine() == place.getLine() && next.getColumn() > place.getColumn() + growth);
    }
}
