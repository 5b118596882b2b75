package io.kubefate.planning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.planning.yaml.YamlComposer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {

    private final SpecReader reader = new SpecReader();

    @Test
    void readsYaml() {
        SpecDocument document = reader.read("""
            name: fate-9999
            modules:
              - rollsite
              - mysql
            rollsite:
              nodePort: 30091
            """);

        assertThat(document.spec().values())
                .isEqualTo(Map.of(
                        "name", "fate-9999",
                        "modules", List.of("rollsite", "mysql"),
                        "rollsite", Map.of("nodePort", 30091L)));
    }

    @Test
    void readsCompactJson() {
        SpecDocument document = reader.read(
                "{\"name\":\"a\\/b \\ud83d\\ude00\",\"partyId\":9999,\"on\":true,\"none\":null,\"list\":[]}");

        assertThat(document.spec().text("name")).hasValue("a/b \uD83D\uDE00");
        assertThat(document.spec().find("partyId")).hasValue(9999L);
        assertThat(document.spec().find("on")).hasValue(true);
        assertThat(document.spec().values()).containsEntry("none", null).containsEntry("list", List.of());
    }

    @Test
    void readsJsonIndentedWithTabs() {
        assertThat(reader.read("{\n\t\"name\": \"a\",\n\t\"b\": [\n\t\t1\n\t]\n}")
                        .spec()
                        .values())
                .isEqualTo(Map.of("name", "a", "b", List.of(1L)));
    }

    @Test
    void readsBytesWithAByteOrderMark() {
        assertThat(reader.read("\uFEFFname: über".getBytes(StandardCharsets.UTF_8))
                        .spec()
                        .name())
                .isEqualTo("über");
    }

    @Test
    void keysBecomeText() {
        assertThat(value("9999: a\ntrue: b").keySet()).containsExactly("9999", "true");
    }

    @Test
    void wholeNumbersOfAnySizeStayWhole() {
        assertThat(value("a: 9223372036854775807").get("a")).isEqualTo(Long.MAX_VALUE);
        assertThat(value("a: 9223372036854775808").get("a")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(value("a: -5").get("a")).isEqualTo(-5L);
    }

    @Test
    void decimalNumbersKeepTheirDigits() {
        assertThat(value("a: 1.10").get("a")).isEqualTo(new BigDecimal("1.10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0123", "0x1F", "0o17", "1_000", "1:30", "190:20:30", "1e5", "2020-11-13", ".inf", "v1.5.0", "y"
            })
    void whatDoesNotLookDecimalStaysText(String scalar) {
        assertThat(value("a: " + scalar).get("a")).isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "yes", "on", "ON"})
    void yesAndOnAreTrue(String scalar) {
        assertThat(value("a: " + scalar).get("a")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "Off"})
    void noAndOffAreFalse(String scalar) {
        assertThat(value("a: " + scalar).get("a")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "\"12\"", "!!str 12"})
    void quotedScalarsAreText(String scalar) {
        assertThat(value("a: " + scalar).get("a")).isInstanceOf(String.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "# a comment"})
    void nothingIsNull(String scalar) {
        assertThat(value("a: " + scalar)).containsEntry("a", null);
    }

    @Test
    void mergeKeysAddWhatTheMapDoesNotHave() {
        String text = """
            base: &base {cpu: 1, memory: 2}
            other: &other {memory: 3, disk: 4}
            one:
              cpu: 9
              <<: [*base, *other]
            """;

        assertThat(reader.read(text).spec().map("one")).isEqualTo(Map.of("cpu", 9L, "memory", 2L, "disk", 4L));
        assertThat(reader.read(text).line("one.cpu")).isEqualTo(4);
        assertThat(reader.read(text).line("one.memory")).isEqualTo(1);
    }

    @Test
    void aLineOfDashesAtTheEndIsNotASecondDocument() {
        assertThat(value("---\na: 1\n---\n")).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void knowsTheLineOfEveryPath() {
        SpecDocument document = reader.read("""
            # a comment
            name: fate-9999
            rollsite:
              partyList:
                - partyId: 10000
                  partyIp: 192.168.0.1

                - partyId: 9998
            ingress.kubernetes.io/x:
              a.b: 1
            """);

        assertThat(document.line("name")).isEqualTo(2);
        assertThat(document.line("rollsite.partyList")).isEqualTo(4);
        assertThat(document.line("rollsite.partyList[0].partyIp")).isEqualTo(6);
        assertThat(document.line("rollsite.partyList[1]")).isEqualTo(8);
        assertThat(document.line("ingress.kubernetes.io/x.a.b")).isEqualTo(10);
    }

    @Test
    void knowsTheLineOfAScalarBelowItsKey() {
        SpecDocument document = reader.read("x: &x 1\na:\n  text\nb:\n  c: 1\nd: *x\n");

        assertThat(document.line("a")).isEqualTo(3);
        assertThat(document.line("b")).isEqualTo(4);
        assertThat(document.line("d")).isEqualTo(6);
    }

    @Test
    void aLineOfJsonHasNoNumber() {
        assertThat(reader.read("{\"a\": {\"b\": 1}}").line("a.b")).isZero();
        assertRefused("{\"a\": 1, \"a\": 2}", 0, "the key 'a' is already there; keep one of them");
        assertRefused("{\"a\"：1}\n", 0, "column 5: '：' is a full-width colon");
    }

    @Test
    void knowsTheLineOfTheNearestParent() {
        SpecDocument document = reader.read("\nname: a\nrollsite:\n  list:\n  - x: 1\n");

        assertThat(document.line("rollsite.exchange.ip")).isEqualTo(3);
        assertThat(document.line("rollsite.list[0].y.z")).isEqualTo(5);
        assertThat(document.line("rollsite.list[7].y")).isEqualTo(4);
        assertThat(document.line("rollsite.list[x")).isEqualTo(4);
        assertThat(document.line("partyId")).isEqualTo(2);
        assertThat(document.line("")).isEqualTo(2);
    }

    @Test
    void refusesAFileOverOneMebibyte() {
        String text = "a: 1 #" + "x".repeat(SpecReader.MAX_BYTES - 6);

        assertThat(value(text)).containsKey("a");
        assertRefused(text + "x", 0, "the file has 1048577 bytes; the limit is 1048576");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b: %s", "b: '%s'", "b: \"%s\"", "b: |\n  %s", "b: [%s]", "? %s\n: b"})
    void refusesAVeryLongText(String text) {
        String longest = "x".repeat(SpecReader.MAX_TEXT);

        assertRefused("a: 1\n" + text.formatted(longest + "x"), 2, "a text of more than 65536 characters");
        assertThat(value("a: '" + longest + "'")).containsEntry("a", longest);
    }

    @Test
    void refusesAVeryLongKey() {
        assertRefused("a: 1\n" + "k".repeat(Place.MAX_KEY + 1) + ": 1\n", 2, "a key of more than 512 characters");
    }

    @Test
    void refusesVeryManyValues() {
        String text = "a: [\n" + "1,\n".repeat(YamlComposer.MAX_VALUES) + "]\n";

        assertRefused(text, 39_999, "more than 40000 keys and values");
    }

    @Test
    void refusesAliasesThatExpandToVeryManyValues() {
        String text = "a: &a [" + "1,".repeat(10_000) + "]\nb: [" + "*a,".repeat(20) + "]\n";

        assertRefused(text, 1, "expand to too much");
    }

    @Test
    void refusesNoUtf8() {
        byte[] bytes = {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xff, (byte) 0xfe};
        LocatedProblem problem = catchThrowableOfType(InvalidSpecException.class, () -> reader.read(bytes))
                .problems()
                .get(0);

        assertThat(problem.text()).isEqualTo("line 2: not a text file in UTF-8");
    }

    @Test
    void refusesControlCharacters() {
        assertRefused("a: 1\nb: x\u0000", 2, "the control character U+0000 is not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\ud800b\"", "a: \"\\udc00\"", "\"\\udc00\": a"})
    void refusesHalfACharacter(String text) {
        assertRefused(text, 1, "half a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment", "---\n...\n", "null"})
    void refusesAnEmptyFile(String text) {
        assertRefused(text, 0, "the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n- a\n- b", "\njust text", "\n[1, 2]"})
    void refusesWhatIsNotAMap(String text) {
        assertRefused(text, 2, "the file must be a map");
    }

    @Test
    void refusesASecondDocument() {
        assertRefused("a: 1\n---\nb: 2\n", 3, "a second document begins here");
    }

    @Test
    void refusesADuplicateKey() {
        assertRefused("a: 1\nb: 2\n'a': 3\n", 3, "the key 'a' is already on line 1");
    }

    @Test
    void refusesTabs() {
        assertRefused("a:\n\tb: 1\n", 2, "indent with spaces");
    }

    @Test
    void acceptsTabsBetweenTokens() {
        assertThat(value("a:\t1\t# c\nb:\t[1,\n\t2]\n")).isEqualTo(Map.of("a", 1L, "b", List.of(1L, 2L)));
    }

    @Test
    void refusesAMapWithoutSpacesAfterTheColons() {
        assertThat(catchThrowableOfType(InvalidSpecException.class, () -> reader.read("name:a\nnamespace：b\n")))
                .hasMessage("line 1: column 5: write a space after ':'\n"
                        + "line 2: column 10: '：' is a full-width colon; write ': '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\na: {{ b }}", "\na: {{ .Values.b }}/c", "\n{{- if b }}\na: 1\n{{- end }}"})
    void refusesATemplate(String text) {
        assertRefused(text, 2, "begins an expression of a template");
    }

    @Test
    void refusesTwoColons() {
        assertRefused("a: 1\nb: c: d\n", 2, "column 5: a ':' is not allowed here");
    }

    @Test
    void refusesWrongIndentation() {
        assertRefused("a:\n   b: 1\n  c: 2\n", 3, "the indentation does not match");
    }

    @Test
    void refusesAnOpenQuote() {
        assertRefused("a: 1\nb: \"x\n\nc: 1", 2, "column 4: a quote is not closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader []]",
                "!own x",
                "!!timestamp 2020-11-13",
                "!!binary aGVsbG8=",
                "!!set {x, y}",
                "!!int x",
                "!!int 0x10"
            })
    void refusesTags(String value) {
        assertRefused("b: 1\na: " + value, 2, "without a tag");
    }

    @Test
    void refusesMillionsOfDigitsInATaggedNumber() {
        assertRefused("a: !!int " + "9".repeat(60_000), 1, "without a tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "a: &a {b: *a}", "a: &a {<<: *a}", "a: {<<: &a [*a]}"})
    void refusesRecursion(String text) {
        assertRefused(text, 1, "refers to itself");
    }

    @Test
    void refusesAliasesThatExpandWithoutBound() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: lol}\n");
        for (int i = 1; i <= 25; i++) {
            text.append("a%d: &a%d {x: *a%d, y: *a%d}%n".formatted(i, i, i - 1, i - 1));
        }

        assertRefused(text.toString(), 1, "expand to too much");
    }

    @Test
    void refusesManyAliasesOfALongText() {
        String text = "a: &a " + "x".repeat(60_000) + "\nb: [" + "*a,".repeat(100) + "]\n";

        assertRefused(text, 1, "expand to too much");
    }

    @Test
    void refusesManyAliases() {
        assertRefused("a: &a {}\nb: [" + "*a,".repeat(51) + "]\n", 0, "more than 50 aliases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: "})
    void refusesDeepNesting(String open) {
        assertRefused("a: " + open.repeat(100_000), 0, "nested more than 50 levels deep");
    }

    @Test
    void refusesAMapAsKey() {
        assertRefused("? {a: 1}\n: b\n", 1, "a key must be plain text");
    }

    @Test
    void refusesMergingText() {
        assertRefused("a: 1\nb:\n  <<: text\n", 3, "'<<' requires the name of a map");
    }

    private Map<String, Object> value(String text) {
        return reader.read(text).spec().values();
    }

    private void assertRefused(String text, int line, String message) {
        InvalidSpecException refusal = catchThrowableOfType(InvalidSpecException.class, () -> reader.read(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0).message()).contains(message);
        assertThat(refusal.problems().get(0).line()).isEqualTo(line);
    }
}
