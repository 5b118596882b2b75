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
    private static final Pattern FILTER =
            Pattern.compile("\\?\\(\\s*(@[^=!<>]*?)\\s*(?:(==|!=|<=|>=|<|>)\\s*(.+?)\\s*)?\\)", Pattern.DOTALL);
    private static final String END_OF_NAME = ".[] \t";

    private final String text;
    private int position;

    private PathParser(String text) {
        this.text = requireNonNull(text, "text is null");
    }

    /**
     * Reads a path.
     *
     * @throws JsonPathException if it is invalid
     */
    static Path parse(String text) {
        return new PathParser(text.strip()).path();
    }

    private Path path() {
        boolean absolute = text.startsWith("$");
        position = absolute || text.startsWith("@") ? 1 : 0;
        List<Step> steps = new ArrayList<>();
        while (position < text.length()) {
            step(steps);
        }
        return new Path(absolute, steps);
    }

    private void step(List<Step> steps) {
        if (text.startsWith("..", position)) {
            position += 2;
            steps.add(Step.descendants());
            name(steps);
        } else if (text.charAt(position) == '.') {
            position++;
            name(steps);
        } else if (text.charAt(position) == '[') {
            steps.add(bracket());
        } else {
            throw invalid("expected . or [");
        }
    }

    /** Adds a field or {@code *}; nothing before a bracket and at the end. */
    private void name(List<Step> steps) {
        StringBuilder name = new StringBuilder();
        while (position < text.length() && END_OF_NAME.indexOf(text.charAt(position)) < 0) {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            name.append(text.charAt(position++));
        }
        if (name.toString().equals("*")) {
            steps.add(Step.all());
        } else if (!name.isEmpty()) {
            steps.add(Step.field(name.toString()));
        }
    }

    private Step bracket() {
        int end = Quotes.find(text, position + 1, ']').orElseThrow(() -> invalid("] is missing"));
        String content = text.substring(position + 1, end).strip();
        Step step = content.startsWith("?") ? filter(content) : union(content);
        position = end + 1;
        return step;
    }

    private Step union(String content) {
        List<Step> steps = new ArrayList<>();
        int start = 0;
        for (Optional<Integer> comma = Quotes.find(content, 0, ',');
                comma.isPresent();
                comma = Quotes.find(content, start, ',')) {
            steps.add(selector(content.substring(start, comma.get()).strip()));
            start = comma.get() + 1;
        }
        steps.add(selector(content.substring(start).strip()));
        return steps.size() == 1 ? steps.get(0) : Step.union(steps);
    }

    private Step selector(String content) {
        Matcher slice = SLICE.matcher(content);
        if (content.equals("*")) {
            return Step.all();
        }
        if (Quotes.isQuoted(content)) {
            return Step.field(Quotes.unquote(content));
        }
        if (content.matches("-?\\d{1,9}")) {
            return Step.index(Integer.parseInt(content));
        }
        if (slice.matches()) {
            return Step.slice(
                    number(slice.group(1)),
                    number(slice.group(2)),
                    number(slice.group(3)).orElse(1));
        }
        throw invalid("[" + content + "] is not an index, a range, a quoted name or a filter");
    }

    private Filter filter(String content) {
        Matcher filter = FILTER.matcher(content);
        if (!filter.matches()) {
            throw invalid("[" + content + "] is not a filter such as [?(@.status==\"Running\")]");
        }
        String operand = Optional.ofNullable(filter.group(3)).orElse("");
        return new Filter(
                parse(filter.group(1)),
                Optional.ofNullable(filter.group(2)).orElse(""),
                Quotes.isQuoted(operand) ? Quotes.unquote(operand) : operand);
    }

    private Optional<Integer> number(@Nullable String digits) {
        try {
            return Optional.ofNullable(digits).filter(text -> !text.isEmpty()).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw invalid(digits + " is not an index");
        }
    }

    private JsonPathException invalid(String reason) {
        return new JsonPathException("invalid path " + text + ": " + reason);
    }
}
