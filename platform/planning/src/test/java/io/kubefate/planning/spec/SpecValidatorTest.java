package io.kubefate.planning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecValidatorTest {

    private static final String SCHEMA = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "additionalProperties": false,
          "x-later-keys": {
            "product": "FATE",
            "keys": {"1.6": ["imageTag", "*.tolerations"], "1.9": ["computing", "partyList.tls"]},
            "instead": {"computing": "write kind"}
          },
          "required": ["name"],
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 5, "description": "the cluster's name"},
            "pullPolicy": {"enum": ["Always", "IfNotPresent", "Never"]},
            "persistence": {"type": "boolean"},
            "nodePort": {
              "type": ["integer", "string"], "minimum": 30000, "maximum": 32767, "pattern": "^[0-9]+$",
              "x-message": "a node port is a whole number from 30000 to 32767"
            },
            "count": {"type": "integer", "minimum": 1},
            "size": {"type": "integer", "minimum": 1, "maximum": 9},
            "label": {"type": "string", "pattern": "^[a-z]+$"},
            "host": {"type": "string", "pattern": "^[a-z.]+$", "description": "a host name in lower case"},
            "ip": {"type": "string", "format": "ipv4"},
            "kind": {"const": "fate"},
            "partyList": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/party"}},
            "volume": {"anyOf": [
              {"type": "string", "pattern": "^[0-9]+Gi$"},
              {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer"}}}
            ]},
            "choice": {
              "anyOf": [{"type": "integer"}, {"type": "boolean"}],
              "x-message": "a number of nodes, or true for one on each"
            },
            "several": {"type": "array", "items": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/party"}]}},
            "one": {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "description": "either a or b"},
            "pair": {"type": "object", "dependentRequired": {"user": ["password"]}},
            "labels": {
              "type": "object",
              "propertyNames": {"pattern": "^[a-z]+$"},
              "additionalProperties": {"type": "string", "default": ""}
            },
            "port": {"type": "integer", "x-former-names": ["httpPort"]},
            "selector": {"type": "object", "propertyNames": {"pattern": "^[a-z]+$", "x-message": "a label in lower case"}},
            "module": {"type": "object", "not": {"required": ["old"]}, "x-message": "'old' is not used any more"}
          },
          "$defs": {
            "party": {
              "type": "object",
              "additionalProperties": false,
              "required": ["partyId"],
              "properties": {"partyId": {"type": ["integer", "string"]}, "partyIp": {"type": "string"}}
            }
          }
        }
        """;

    private static final SpecValidator VALIDATOR = new SpecValidator(SCHEMA);

    @Test
    void neverQuotesAPassword() {
        SpecValidator validator = new SpecValidator("""
                {"properties": {
                  "password": {"type": "string", "maxLength": 3}, "token": {"enum": ["a"]}, "default_pass": {"type": "boolean"}
                }}""");
        Map<String, Object> spec = Map.of("password", "S3cret", "token", "S3cret", "default_pass", "S3cret");

        assertThat(validator.validate(new ClusterSpec(spec)))
                .hasSize(3)
                .noneMatch(problem -> problem.message().contains("S3cret"));
    }

    @Test
    void aPatternThatNeedsBacktrackingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecValidator("{\"properties\": {\"a\": {\"pattern\": \"^(?!b)\"}}}"))
                .withMessageContaining("(?!b)");
    }

    @Test
    void matchesPatternsInLinearTime() {
        SpecValidator validator =
                new SpecValidator("{\"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \"^(a+)+$\"}}}");

        assertThat(validator.validate(new ClusterSpec(Map.of("a", "a".repeat(60_000)))))
                .isEmpty();
        assertThat(validator.validate(new ClusterSpec(Map.of("a", "a".repeat(60_000) + "!"))))
                .hasSize(1);
    }

    @Test
    void acceptsAValidFile() {
        assertThat(problems("name: a\npartyList: [{partyId: 9999}, {partyId: '10000'}]\nnodePort: '30091'\n"))
                .isEmpty();
    }

    @Test
    void aKeyWithNothingCountsAsAbsent() {
        assertThat(problems("name: a\npullPolicy:\npersistence: ~\n")).isEmpty();
        assertThat(problems("name:\n")).containsExactly("line 1: name: this key is missing: the cluster's name");
    }

    @Test
    void namesTheNearestKnownKey() {
        assertThat(problems("name: a\npulPolicy: Always\n"))
                .containsExactly("line 2: pulPolicy: unknown key; did you mean 'pullPolicy'?");
    }

    @Test
    void namesKnownKeysWhereNoneIsNear() {
        assertThat(problems("name: a\npartyList:\n- partyId: 1\n  wrong: 2\n"))
                .containsExactly("line 4: partyList[0].wrong: unknown key; known keys: partyId, partyIp");
    }

    @Test
    void listsTheKnownKeysOfAMapOnce() {
        assertThat(problems("name: a\npartyList:\n- partyId: 1\n  wrong: 2\n  false: 3\n- partyId: 2\n  wrong: 2\n"))
                .containsExactly(
                        "line 4: partyList[0].wrong: unknown key; known keys: partyId, partyIp",
                        "line 5: partyList[0].false: unknown key; write one of the known keys above, or remove it",
                        "line 7: partyList[1].wrong: unknown key; known keys: partyId, partyIp");
    }

    @Test
    void reportsTheKeysOfLaterReleasesTogether() {
        assertThat(problems("name: a\nimageTag: x\nwrong: 1\ncomputing: y\npair:\n  user: u\n  password: p\n"
                        + "partyList:\n- partyId: 1\n  tls: true\n"))
                .contains(
                        "line 2: 3 keys of FATE ≥ 1.9: imageTag, computing (write kind), partyList[0].tls; remove them")
                .hasSize(2);
    }

    @Test
    void keysOfLaterReleasesThatAreOffAreAWarning() {
        List<LocatedProblem> problems = located(
                "name: a\nimageTag: ''\ncomputing: {a: false, b: [], c: }\n",
                spec -> List.of(Problem.warning("name", "short")));

        assertThat(problems)
                .extracting(problem -> problem.severity() + " " + problem.text())
                .containsExactly(
                        "WARNING line 1: name: short",
                        "WARNING line 2: 2 keys of FATE ≥ 1.9: imageTag, computing (write kind); remove them");
    }

    @Test
    void aMistypedKeyIsNotMissingToo() {
        assertThat(problems("nam: a\n")).containsExactly("line 1: nam: unknown key; did you mean 'name'?");
        assertThat(problems("name: a\npartyList: [{partyId:1, partyIp: x}]\n"))
                .containsExactly("line 2: partyList[0].partyId: write a space after ':'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pair:~  user:u | line 3: pair: expected a map, found text \"user:u\"; write a space after ':'",
                "pair:~"
                        + "  user：u | line 3: pair: expected a map, found text \"user：u\"; '：' is a full-width colon;"
                        + " write ': '",
                "partyList: [{partyId: 1, partyIp:x}] | line 2: partyList[0].partyIp: write a space" + " after ':'",
                "partyList: [{partyId: 1, partyIp：x}] | line 2: partyList[0].partyIp: '：' is a"
                        + " full-width colon; write ': '",
                "count: x~  size:1 | line 2: count: expected a whole number, found text \"x size:1\"; write a space"
                        + " after ':'",
                "count: １ | line 2: count: expected a whole number, found text \"１\"; '１' is a full-width digit one;"
                        + " write '1'",
                "partyList:~  -a | line 3: partyList: expected a list, found text \"-a\"; write a space after '-'",
                "count: '{{ n }}' | line 2: count: expected a whole number, found text \"{{ n }}\"; '{{' or '{%'"
                        + " begins an expression of a template (Helm, Ansible, Jinja); render the template first, or write"
                        + " the value",
                "pullPolicy: “Never” | line 2: pullPolicy: expected one of Always, IfNotPresent, Never, found"
                        + " \"“Never”\"; '“' is a left double quotation mark; write '\"'",
                "label: http://a:80 | line 2: label: expected text of the form ^[a-z]+$, found \"http://a:80\"",
                "label: a:1.5 | line 2: label: expected text of the form ^[a-z]+$, found \"a:1.5\""
            })
    void explainsWhatWasMistyped(String yaml, String problem) {
        assertThat(problems("name: a\n" + yaml.replace('~', '\n'))).containsExactly(problem);
    }

    @Test
    void explainsInvisibleCharacters() {
        assertThat(problems("name: a\ncount\u200b: 1\nkind: fate\u00a0\n"))
                .containsExactly(
                        "line 2: count\u200b: unknown key; U+200B is an invisible zero width space; remove it",
                        "line 3: kind: expected text \"fate\", found \"fate\u00a0\"; U+00A0 is an invisible no-break"
                                + " space; write a normal space");
    }

    @Test
    void aLabelNeedsNoValue() {
        assertThat(problems("name: a\nlabels:\n  zone:\n  disk: ssd\n")).isEmpty();
        assertThat(problems("name: a\nlabels:\n  Zone:\n")).hasSize(1);
    }

    @Test
    void anEmptyMapIsAbsentWhereNoMapIsExpected() {
        assertThat(problems("name: a\npullPolicy: {}\ncount: {}\npartyList: {}\n"))
                .isEmpty();
        assertThat(problems("name: a\npartyList: [{}]\n")).hasSize(1);
    }

    @Test
    void aLineOfJsonHasNoNumber() {
        assertThat(problems("{\"name\": \"a\", \"count\": \"x\"}"))
                .containsExactly("count: expected a whole number, found text \"x\"");
        assertThat(problems("{\"name\": \"a\",\n\"count\": \"x\"}"))
                .containsExactly("line 2: count: expected a whole number, found text \"x\"");
    }

    @Test
    void namesAMissingKeyAtItsParent() {
        assertThat(problems("name: a\npartyList:\n- partyIp: x\n"))
                .containsExactly("line 3: partyList[0].partyId: this key is missing");
    }

    @Test
    void saysWhichTypeIsExpected() {
        assertThat(problems("name: {x: 1}\ncount: abc\npersistence: [1]\npartyList: 7\n"))
                .containsExactly(
                        "line 1: name: expected text, found a map",
                        "line 2: count: expected a whole number, found text \"abc\"",
                        "line 3: persistence: expected true or false, found a list",
                        "line 4: partyList: expected a list, found the number 7");
    }

    @Test
    void saysWhenOnlyTheQuotesAreWrong() {
        assertThat(problems("name: 12\ncount: '3'\nlabel: yes\n"))
                .containsExactly(
                        "line 1: name: expected text, found the number 12; put it into quotes",
                        "line 2: count: expected a whole number, found text \"3\"; write it without quotes",
                        "line 3: label: expected text, found true; put it into quotes");
    }

    @Test
    void saysWhatAnEmptyListElementShouldBe() {
        assertThat(problems("name: a\npartyList:\n-\n"))
                .containsExactly("line 3: partyList[0]: expected a map, found nothing");
    }

    @Test
    void listsThePossibleValues() {
        assertThat(problems("name: a\npullPolicy: always\nkind: serving\n"))
                .containsExactly(
                        "line 2: pullPolicy: expected one of Always, IfNotPresent, Never, found \"always\";"
                                + " did you mean 'Always'?",
                        "line 3: kind: expected text \"fate\", found \"serving\"");
    }

    @Test
    void namesTheRange() {
        assertThat(problems("name: a\ncount: 0\nsize: 10\n"))
                .containsExactly(
                        "line 2: count: expected a number of at least 1, found 0",
                        "line 3: size: expected a number from 1 to 9, found 10");
    }

    @Test
    void namesTheLength() {
        assertThat(problems("name: ''\n")).containsExactly("line 1: name: must not be empty");
        assertThat(problems("name: abcdef\n"))
                .containsExactly("line 1: name: expected at most 5 characters, found \"abcdef\"");
        assertThat(problems("name: a\npartyList: []\n"))
                .containsExactly("line 2: partyList: expected a list of at least 1");
    }

    @Test
    void explainsAPatternByMessageOrDescription() {
        assertThat(problems("name: a\nnodePort: 80\nlabel: A1\nhost: A\n"))
                .containsExactly(
                        "line 2: nodePort: a node port is a whole number from 30000 to 32767, found 80",
                        "line 3: label: expected text of the form ^[a-z]+$, found \"A1\"",
                        "line 4: host: expected: a host name in lower case, found \"A\"");
    }

    @Test
    void checksFormats() {
        assertThat(problems("name: a\nip: 192.168.0.256\n"))
                .containsExactly("line 2: ip: expected an IPv4 address such as 192.168.0.1, found \"192.168.0.256\"");
    }

    @Test
    void findsElementsThatAreThereTwice() {
        assertThat(problems("name: a\npartyList: [{partyId: 1}, {partyId: 1}]\n"))
                .containsExactly("line 2: partyList: the list has a duplicate element; keep one of them");
    }

    @Test
    void ofSeveralFormsExplainsTheOneThatWasMeant() {
        assertThat(problems("name: a\nvolume: 5G\n"))
                .containsExactly("line 2: volume: expected text of the form ^[0-9]+Gi$, found \"5G\"");
        assertThat(problems("name: a\nvolume: {size: big}\n"))
                .containsExactly("line 2: volume.size: expected a whole number, found text \"big\"");
        assertThat(problems("name: a\nseveral: [{partyId: 1}, {}, x]\n"))
                .containsExactly("line 2: several[1].partyId: this key is missing");
    }

    @Test
    void ofSeveralFormsNamesTheTypesIfNoneWasMeant() {
        assertThat(problems("name: a\nvolume: 5\nseveral: [1, true]\n"))
                .containsExactly(
                        "line 2: volume: expected text or a map, found the number 5",
                        "line 3: several[0]: expected text or a map, found the number 1",
                        "line 3: several[1]: expected text or a map, found true");
    }

    @Test
    void theMessageOfAChoiceReplacesThoseOfItsForms() {
        assertThat(problems("name: a\nchoice: many\n"))
                .containsExactly("line 2: choice: a number of nodes, or true for one on each");
    }

    @Test
    void refusesWhatFitsTwoFormsThatExcludeEachOther() {
        assertThat(problems("name: a\none: {a: 1, b: 2}\n")).containsExactly("line 2: one: expected: either a or b");
    }

    @Test
    void explainsRulesBetweenKeys() {
        assertThat(problems("name: a\npair: {user: u}\nselector: {Zone: x}\nmodule: {old: 1}\n"))
                .containsExactly(
                        "line 2: pair.password: this key is missing",
                        "line 3: selector.Zone: a label in lower case",
                        "line 4: module: 'old' is not used any more");
    }

    @Test
    void tellsAllProblemsAtOnceByLine() {
        assertThat(problems("size: 0\nunknown: 1\nname: 5\ncount: x\n"))
                .extracting(text -> text.substring(0, 6))
                .containsExactly("line 1", "line 2", "line 3", "line 4");
    }

    @Test
    void tellsAtMostAHundredProblems() {
        String many = IntStream.range(0, 150)
                .mapToObj(i -> "x" + i + ": 1\n")
                .collect(Collectors.joining("", "name: a\n", ""));

        assertThat(problems(many)).hasSize(101).last().isEqualTo("and 50 more problems");
    }

    @Test
    void shortensLongValues() {
        assertThat(problems("name: a\ncount: " + "x".repeat(5000) + "\n").get(0))
                .hasSizeLessThan(150);
    }

    @Test
    void asksTheReleaseOnlyForWhatTheSchemaAccepts() {
        Function<ClusterSpec, List<Problem>> rules =
                spec -> List.of(Problem.warning("count", "many"), Problem.error("name", "taken"));

        assertThat(problems("name: a\ncount: 9\n", rules))
                .containsExactly("line 1: name: taken", "line 2: count: many");
        assertThat(problems("name: 1\ncount: 9\n", rules)).hasSize(1);
    }

    @Test
    void aReleaseThatThrowsIsNamed() {
        assertFails(spec -> {
            throw new IllegalStateException("broken");
        });
        assertFails(spec -> {
            throw new StackOverflowError();
        });
    }

    @Test
    void aReleaseThatAnswersNothingIsNamed() {
        assertFails(spec -> null);
        assertFails(spec -> Arrays.asList(Problem.error("", "a"), null));
    }

    @Test
    void refusesASchemaThatIsNone() {
        for (String schema : Arrays.asList("{", "5", "{\"type\": \"no such type\"}", null)) {
            assertThatIllegalArgumentException().as(schema).isThrownBy(() -> new SpecValidator(schema));
        }
    }

    private static void assertFails(Function<ClusterSpec, List<Problem>> rules) {
        assertThatExceptionOfType(KubefateException.class)
                .isThrownBy(() -> problems("name: a\n", rules))
                .withMessageContaining("plugin test could not check the cluster.yaml")
                .returns(ErrorCode.PLUGIN_FAILED, KubefateException::code);
    }

    private static List<String> problems(String text) {
        return problems(text, spec -> List.of());
    }

    private static List<String> problems(String text, Function<ClusterSpec, List<Problem>> rules) {
        return located(text, rules).stream().map(LocatedProblem::text).toList();
    }

    private static List<LocatedProblem> located(String text, Function<ClusterSpec, List<Problem>> rules) {
        SpecDocument document = new SpecReader().read(text);
        return VALIDATOR.validate(document, new TestDistribution(SCHEMA, rules), "test");
    }
}
