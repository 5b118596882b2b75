package io.kubefate.cli.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The results are those of kubectl. */
class JsonPathTemplateTest {

    private static final Object LIST =
            List.of(item("a", "Running", 1, "x.y/z"), item("b", "Failed", 2, "w"), item("c", "Running", 10, "w"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{.items[*].name}|a b c",
                "{.items..name}|a b c",
                "{..name}|a b c",
                "{$.items[0].name}|a",
                "{@.items[0].name}|a",
                "{.items[-1].name}|c",
                "{.items[0:2].name}|a b",
                "{.items[1:].name}|b c",
                "{.items[:-1].name}|a b",
                "{.items[::2].name}|a c",
                "{.items[0,2].name}|a c",
                "{.items[0]['name','status']}|a Running",
                "{.items[0]['name']}|a",
                "{.items[0].labels.x\\.y/z}|1",
                "{.items[0].labels['x.y/z']}|1",
                "{.items[0].labels}|{\"x.y/z\":\"1\"}",
                "{.items[0].labels.*}|1",
                "{.items[*].size}|1 2 10",
                "{.items[?(@.status==\"Running\")].name}|a c",
                "{.items[?(@.status!='Running')].name}|b",
                "{.items[?(@.size>2)].name}|c",
                "{.items[?(@.size<=2)].name}|a b",
                "{.items[?(@.labels.w)].name}|b c",
                "{.items[?(@['status']==\"Failed\")].name}|b",
                "{.items[?( @.size > 1 )].name}|b c",
                "{..labels.w}|1 1",
                "{..*.name}|a b c",
                "{.items[*]['name','size']}|a 1 b 2 c 10",
                "{range .items[?(@.status==\"Running\")]}{.name}{\"\\t\"}{end}|`a\tc\t`",
                "{range .items[*]}{.name}={.size};{end}|a=1;b=2;c=10;",
                "{range .items[*]}[{range .labels.*}{@}{end}]{end}|[1][1][1]",
                "{range .items[*]}{.name} of {$.items[0].name},{end}|a of a,b of a,c of a,",
                "{.items[0].none}{.items[9].name}{.none.none}|``",
                "first: {.items[0].name}, last: {.items[2].name}|first: a, last: c",
                ".items[*].name|a b c",
            })
    void printsWhatKubectlPrints(String template, String printed) {
        assertThat(JsonPathTemplate.parse(template).print(LIST)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            value = {
                "{.items[?(@.status==\"Running\" && @.size>2)].name}^c",
                "{.items[?(@.size==2||@.size==10)].name}^b c",
                "{.items[?(@.labels.none || @.status==\"Failed\" && @.size<3)].name}^b",
                "{.items[?(@.status!=\"a || b\" && @.name!='&&')].name}^a b c",
            })
    void combinesConditions(String template, String printed) {
        assertThat(JsonPathTemplate.parse(template).print(LIST)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{.name} {.items[x].name}|at character 17 (x].name}): [x] is not an index",
                "{.items[?(@.size>)]}|at character 17 (>)]}): expected a value after >",
                "{.items[?(size>1)]}|at character 11 (size>1)]}): expected a condition",
                "{.items|at character 1 ({.items): } is missing",
                "{.items[0}|at character 1 ({.items[0}): } is missing",
                "a{range .items[*]}b|at character 3 (range .items[*]}b): {end} is missing",
            })
    void namesThePlaceOfAnError(String template, String message) {
        assertThatThrownBy(() -> JsonPathTemplate.parse(template)).hasMessageContaining(message);
    }

    @Test
    void unescapesTextInQuotes() {
        assertThat(JsonPathTemplate.parse("{range .items[*]}{.name}{\"\\t\"}{'}\\n'}{end}")
                        .print(LIST))
                .isEqualTo("a\t}\nb\t}\nc\t}\n");
    }

    @Test
    void aSingleValueIsTheRoot() {
        assertThat(JsonPathTemplate.parse("{.name} {.flag} {.nothing}").print(single()))
                .isEqualTo("a true ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{.items[*}",
                "{.items",
                "{range .items[*]}{.name}",
                "{end}",
                "{.items[x]}",
                "{.items[?(x)]}",
                "{items}",
                "{.items[0]name}",
                "{.items[99999999999]}",
                "{.items[99999999999:]}"
            })
    void rejectsInvalidTemplates(String template) {
        assertThatThrownBy(() -> JsonPathTemplate.parse(template))
                .isInstanceOf(JsonPathException.class)
                .hasMessageStartingWith("invalid ");
    }

    private static Map<String, Object> item(String name, String status, int size, String label) {
        return Map.of("name", name, "status", status, "size", size, "labels", Map.of(label, "1"));
    }

    private static Map<String, Object> single() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", "a");
        value.put("flag", true);
        value.put("nothing", null);
        return value;
    }
}
