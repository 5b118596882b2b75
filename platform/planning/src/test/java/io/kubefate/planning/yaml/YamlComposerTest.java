package io.kubefate.planning.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.resolver.Resolver;

class YamlComposerTest {

    private static final String TEMPLATE = TemplateExpression.ADVICE;

    private final YamlComposer composer = new YamlComposer(new Resolver(), new LoaderOptions());

    @ParameterizedTest
    @CsvSource(
            delimiterString = "~",
            quoteCharacter = '`',
            value = {
                "a:\\t1 ~ a: 1",
                "a:\\t1\\t# c ~ a: 1",
                "a: ''\\t# c ~ a: ''",
                "a:\\t# c\\n  - b ~ a: [b]",
                "a\\t: \\t b ~ a: b",
                "'a'\\t: b ~ a: b",
                "-\\ta\\n- b\\t ~ [a, b]",
                "a: [b,\\n\\tc] ~ a: [b, c]",
                "{\\n\\t\"a\"\\t:\\t1\\t,\\n\\t\"b\":\\t[\\t2\\t]\\t} ~ {a: 1, b: [2]}",
                "a: 1\\n\\t\\nb: 2 ~ {a: 1, b: 2}",
                "a: 1\\n\\t# c\\nb: 2 ~ {a: 1, b: 2}",
                "---\\ta ~ a",
                "a: &x\\tb\\nc:\\t*x ~ {a: b, c: b}",
                "a:\\t|\\t# c\\n  b ~ a: b",
                "a: x\\n  \\ty ~ a: x y",
                "a:\\t1\\r\\nb:\\t2\\r\\n ~ {a: 1, b: 2}"
            })
    void tabsBetweenTokensAreSpaces(String text, String same) throws YamlSyntaxException {
        assertThat(value(unescaped(text))).isEqualTo(new Yaml().load(same));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "~",
            quoteCharacter = '`',
            value = {
                "a: x\\ty",
                "a: 'x\\ty'",
                "a: \"x\\ty\"",
                "a: |\\n  x\\ty",
                "a: |\\n  \\tx",
                "a: |\\n  x\\n  \\t# y\\n  \\t\\n"
            })
    void tabsInAScalarAreKept(String text) throws YamlSyntaxException {
        assertThat(value(unescaped(text))).isEqualTo(new Yaml().load(unescaped(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a:\n\tb: 1", "a:\n  b: 1\n\tc: 2", "a:\n\t- b", "a:\n\t1", "a:\n  \tb: 1", "\ta: 1", "a: |\n\tb"
            })
    void aTabInTheIndentationIsAnError(String text) {
        assertThat(problems(text)).hasSize(1).allMatch(problem -> problem.contains("indent with spaces"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "~",
            quoteCharacter = '`',
            value = {
                "a: 1\\nb:2\\nc: 3 ~ 2 column 2",
                "a: 1\\nb:2 ~ 2 column 2",
                "a:1\\nb: 2 ~ 1 column 2",
                "a:\\n  b:x\\n  c:\\n    d: 1 ~ 2 column 4",
                "a:\\n  b: x\\n  c:y\\n  d: 1 ~ 3 column 4",
                "a:\\n  - b:1\\n    c: 2 ~ 2 column 6",
                "a:\\n- b: 1\\n  c:2\\n  d: 3 ~ 3 column 4",
                "a:\\r\\n  b:x # c\\r\\n  d: 1\\r\\n ~ 2 column 4",
                "a:[b, c]\\nd: 1 ~ 1 column 2",
                "a:\"b\"\\nd: 1 ~ 1 column 2",
                "a: &x {b: 1}\\nc: *x\\nd:e\\nf: 1 ~ 3 column 2"
            })
    void findsTheColonWithoutASpace(String text, String place) {
        assertThat(problems(unescaped(text))).containsExactly(place + ": write a space after ':'");
    }

    @Test
    void findsEveryColonWithoutASpace() {
        assertThat(problems("a:1\nb:\n  c:2\n  d:3\n  e:\n    f: 1\ng: 1\n"))
                .containsExactly(
                        "1 column 2: write a space after ':'",
                        "3 column 4: write a space after ':'",
                        "4 column 4: write a space after ':'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "~",
            quoteCharacter = '`',
            value = {
                "a：1\\nb: 2 ~ 1 column 2: '：' is a full-width colon; write ': '",
                "a: 1\\nb：2 ~ 2 column 2: '：' is a full-width colon; write ': '",
                "a:\\n  b ： 2\\n  c: 3 ~ 2 column 5: '：' is a full-width colon; write ': '",
                "{\"a\"：1} ~ 1 column 5: '：' is a full-width colon; write ': '",
                "a: [b, c］\\nd: 1 ~ 1 column 9: '］' is a full-width right square bracket; write ']'",
                "a: \"b”\\nc: 1 ~ 1 column 6: '”' is a right double quotation mark; write '\"'",
                "a:\\u00a01\\nb: 2 ~ 1 column 3: U+00A0 is an invisible no-break space; write a normal space",
                "a:\\u30001\\nb: 2 ~ 1 column 3: U+3000 is an invisible ideographic space; write a normal space",
                "a:\\u200b1\\nb: 2 ~ 1 column 3: U+200B is an invisible zero width space; remove it",
                "a: ''\\u00a0# c\\nb: 2 ~ 1 column 6: U+00A0 is an invisible no-break space; write a normal space"
            })
    void findsCharactersThatLookLikeOthers(String text, String problem) {
        assertThat(problems(unescaped(text)
                        .replace("\\u00a0", "\u00a0")
                        .replace("\\u3000", "\u3000")
                        .replace("\\u200b", "\u200b")))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\n  {{- if .Values.b }}\n  c: {{ .Values.c }}\n  {{- end }}\n",
                "a: 1\n{% if b %}\nc: 1\n{% endif %}",
                "a: 1\nb: {{ c }}/d\n"
            })
    void findsATemplateOnce(String text) {
        assertThat(problems(text))
                .hasSize(1)
                .allMatch(problem -> problem.startsWith("2 ") && problem.endsWith(TEMPLATE));
    }

    /** What looks like a slip, but is not the cause. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\n  - mysql:8.0\n  - redis:5\nb: c: d",
                "a: |\n  b:c\n  d：e\n  {{ f }}\ng: c: d",
                "a: 说明：中文，好的\nb: c: d",
                "a: \"b：c\"\nb: c: d",
                "a: http://b:80\nb: c: d",
                "# a:b\nb: c: d"
            })
    void reportsTheParsersProblemOtherwise(String text) {
        assertThat(problems(text)).hasSize(1).allMatch(problem -> problem.contains("a ':' is not allowed here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 说明：中文，好的",
                "a: mysql:8.0\nb: 10:30:00\nc: http://d:80/e?f:g",
                "a: 'b：c'\nb: \"{{ d }}\"\nc: >\n  e:f\n  {{ g }}\n  h：i",
                "[a:b, 'c：d']",
                "a{{b}}: c:d"
            })
    void neverRejectsValidYaml(String text) throws YamlSyntaxException {
        assertThat(value(text)).isEqualTo(new Yaml().load(text));
    }

    @Test
    void reportsAtMostAHundredSlips() {
        String text = IntStream.range(0, 300)
                .mapToObj(i -> "a" + i + ":b\nc" + i + ": d\n")
                .collect(Collectors.joining());

        assertThat(problems(text)).hasSize(100);
    }

    @Test
    void endsSoonForALargeText() {
        assertThat(problems("a:b\nc: d\n".repeat(100_000)).size()).isBetween(1, 3);
        assertThat(problems("- ".repeat(200_000) + "a: b: c")).hasSize(1);
        assertThat(problems("a: [" + "，".repeat(300_000) + "\nb: c")).hasSize(1);
    }

    private List<String> problems(String text) {
        return catchThrowableOfType(YamlSyntaxException.class, () -> composer.documents(text)).problems().stream()
                .map(problem -> problem.line() + " " + problem.message())
                .toList();
    }

    private Object value(String text) throws YamlSyntaxException {
        return new Values().of(composer.documents(text).get(0));
    }

    private static String unescaped(String text) {
        return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r");
    }

    /** Constructs the value of a node with the types of SnakeYAML. */
    private static final class Values extends org.yaml.snakeyaml.constructor.SafeConstructor {

        Values() {
            super(new LoaderOptions());
        }

        Object of(Node node) {
            return constructDocument(node);
        }
    }
}
