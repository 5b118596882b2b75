package io.kubefate.cli.jsonpath;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a path such as {@code .items[?(@.status=="Running")].name}. */
final class PathParser {

    private static final Pattern SLICE = Pattern.compile("(-?\\d*):(-?\\d*)(?::(\\d+))?");
    private static final String END_OF_NAME = ".[] \t";

    private final Excerpt path;
    private final String template;
    private int position;

    private PathParser(Excerpt path) {
        this.path = requireNonNull(path, "path is null");
        this.template = path.template();
        this.position = path.start();
    }

    /**
     * Reads a path.
     *
     * @throws JsonPathException if it is invalid
     */
    static Path parse(Excerpt path) {
        return new PathParser(path).path();
    }

    private Path path() {
        boolean absolute = isNext("$");
        if (absolute || isNext("@")) {
            position++;
        }
        List<Step> steps = new ArrayList<>();
        while (position < path.end()) {
            step(steps);
        }
        return new Path(absolute, steps);
    }

    private boolean isNext(String text) {
        return position + text.length() <= path.end() && template.startsWith(text, position);
    }

    private void step(List<Step> steps) {
        if (isNext("..")) {
            position += 2;
            steps.add(Step.descendants());
            name(steps);
        } else if (isNext(".")) {
            position++;
            name(steps);
        } else if (isNext("[")) {
            steps.add(bracket());
        } else {
            throw path.invalid(position, "expected . or [");
        }
    }

    /** Adds a field or {@code *}; nothing before a bracket and at the end. */
    private void name(List<Step> steps) {
        StringBuilder name = new StringBuilder();
        while (position < path.end() && END_OF_NAME.indexOf(template.charAt(position)) < 0) {
            if (isNext("\\") && position + 1 < path.end()) {
                position++;
            }
            name.append(template.charAt(position++));
        }
        if (name.toString().equals("*")) {
            steps.add(Step.all());
        } else if (!name.isEmpty()) {
            steps.add(Step.field(name.toString()));
        }
    }

    private Step bracket() {
        int end = path.find(position + 1, "]").orElseThrow(() -> path.invalid(position, "] is missing"));
        Excerpt content = path.between(position + 1, end);
        position = end + 1;
        return content.text().startsWith("?") ? filter(content) : union(content);
    }

    private static Step union(Excerpt content) {
        List<Step> steps = content.split(",").stream().map(PathParser::selector).toList();
        return steps.size() == 1 ? steps.get(0) : Step.union(steps);
    }

    private static Step selector(Excerpt content) {
        String text = content.text();
        Matcher slice = SLICE.matcher(text);
        if (text.equals("*")) {
            return Step.all();
        }
        if (content.isQuoted()) {
            return Step.field(content.unquoted());
        }
        if (text.matches("-?\\d{1,9}")) {
            return Step.index(Integer.parseInt(text));
        }
        if (slice.matches()) {
            return Step.slice(
                    number(content, slice.group(1)),
                    number(content, slice.group(2)),
                    number(content, slice.group(3)).orElse(1));
        }
        throw content.invalid("[" + text + "] is not an index, a range, a quoted name or a filter");
    }

    private static Filter filter(Excerpt content) {
        String text = content.text();
        if (!text.startsWith("?(") || !text.endsWith(")")) {
            throw content.invalid("expected a filter such as ?(@.status==\"Running\")");
        }
        Excerpt conditions = content.between(content.start() + 2, content.end() - 1);
        return new Filter(conditions.split("||").stream()
                .map(alternative -> alternative.split("&&").stream()
                        .map(PathParser::condition)
                        .toList())
                .toList());
    }

    private static Condition condition(Excerpt content) {
        if (!content.text().startsWith("@")) {
            throw content.invalid("expected a condition such as @.status==\"Running\"");
        }
        for (String operator : Condition.OPERATORS) {
            int at = content.find(content.start(), operator).orElse(-1);
            if (at >= 0) {
                Excerpt operand = content.between(at + operator.length(), content.end());
                if (operand.text().isEmpty()) {
                    throw content.invalid(at, "expected a value after " + operator);
                }
                return new Condition(parse(content.between(content.start(), at)), operator, operand.unquoted());
            }
        }
        return new Condition(parse(content), "", "");
    }

    private static Optional<Integer> number(Excerpt place, @Nullable String digits) {
        try {
            return Optional.ofNullable(digits).filter(text -> !text.isEmpty()).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw place.invalid(digits + " is not an index");
        }
    }
}
