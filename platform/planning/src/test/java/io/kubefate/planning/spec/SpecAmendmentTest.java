package io.kubefate.planning.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecAmendmentTest {

    private static final SpecValidator VALIDATOR = new SpecValidator("""
        {
          "properties": {
            "namespace": {"type": "string", "x-former-names": ["nameSpace"]},
            "python": {"$ref": "#/$defs/python"},
            "list": {"type": "array", "items": {"$ref": "#/$defs/python"}},
            "modules": {"type": "array", "items": {"enum": ["osx", "mysql"], "x-former-values": {"rollsite": "osx"}}},
            "federation": {"enum": ["OSX"], "x-former-values": {"Eggroll": "OSX"}}
          },
          "$defs": {"python": {"properties": {"type": {"type": "string", "x-former-names": ["flowType", "kind"]}}}}
        }
        """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nameSpace: a # b                            | namespace: a # b",
                "{\"nameSpace\":\"a\",\"x\":1}                | {\"namespace\":\"a\",\"x\":1}",
                "'nameSpace': a                              | \"namespace\": a",
                "python: {flowType: b}                       | python: {type: b}",
                "über: 😀\\npython:\\n  # c\\n  kind: b\\n | über: 😀\\npython:\\n  # c\\n  type: b\\n",
                "list: [{kind: a}, {type: b}, {flowType: c}] | list: [{type: a}, {type: b}, {type: c}]",
                "list: [&a {kind: a}, *a]                    | list: [&a {type: a}, *a]",
                "python: {type: a, kind: b}                  | python: {type: a, kind: b}",
                "other: {kind: b}                            | other: {kind: b}"
            })
    void replacesFormerNames(String text, String amended) {
        assertThat(VALIDATOR.amend(lines(text), Map.of()).text()).isEqualTo(lines(amended));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "modules: [rollsite, mysql]     | modules: [osx, mysql]",
                "modules:\\n- mysql\\n- 'rollsite' | modules:\\n- mysql\\n- \"osx\"",
                "federation: Eggroll # x        | federation: OSX # x",
                "federation: Rollsite           | federation: Rollsite",
                "modules: rollsite              | modules: rollsite"
            })
    void replacesFormerValues(String text, String amended) {
        assertThat(VALIDATOR.amend(lines(text), Map.of()).text()).isEqualTo(lines(amended));
    }

    @Test
    void warnsAboutAFormerValue() {
        assertThat(VALIDATOR.amend("modules:\n- mysql\n- rollsite\n", Map.of()).warnings())
                .extracting(LocatedProblem::text)
                .containsExactly("line 3: modules[1]: rollsite is the former name of 'osx'; write osx");
    }

    @Test
    void warnsAboutAFormerName() {
        assertThat(VALIDATOR.amend("a: 1\nlist:\n- kind: b\n", Map.of()).warnings())
                .extracting(LocatedProblem::text)
                .containsExactly("line 3: list[0].kind: the former name of 'type'; write type");
        assertThat(VALIDATOR.amend("{\"nameSpace\": \"b\"}", Map.of()).warnings())
                .extracting(LocatedProblem::text)
                .containsExactly("nameSpace: the former name of 'namespace'; write namespace");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1                     | a: 1\\nnamespace: \"n\"\\n",
                "a: 1\\n                  | a: 1\\nnamespace: \"n\"\\n",
                "a: >\\n  text\\n           | a: >\\n  text\\nnamespace: \"n\"\\n",
                "---\\n  a: 1\\n---\\n        | ---\\n  a: 1\\n  namespace: \"n\"\\n---\\n",
                "{\"a\":1}                  | {\"namespace\": \"n\", \"a\":1}",
                "a: 1\\nnamespace:\\nb: 2   | a: 1\\nnamespace: \"n\"\\nb: 2",
                "{namespace: '', a: 1}    | {namespace:  \"n\", a: 1}",
                "namespace: m             | namespace: m",
                "nameSpace: m             | namespace: m"
            })
    void addsWhatTheTextDoesNotHave(String text, String amended) {
        String result = VALIDATOR.amend(lines(text), Map.of("namespace", "n")).text();

        assertThat(result).isEqualTo(lines(amended));
        assertThat(new SpecReader().read(result).spec().namespace()).isNotEmpty();
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
