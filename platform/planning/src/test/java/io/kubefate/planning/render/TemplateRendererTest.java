package io.kubefate.planning.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class TemplateRendererTest {

    private static final String HOSTILE = "a\"\n- kind: Secret # 'x' ${y} \\ \u2028 \u0085 😀";

    @Test
    void printsTextAsAWholeScalarOfYaml() {
        String text = render("a.yaml.ftl", "value: ${value}", Map.of("value", HOSTILE));

        assertThat(new Yaml().<Map<String, Object>>load(text)).isEqualTo(Map.of("value", HOSTILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "1e3",
                "null",
                "~",
                "0x1F",
                "yes",
                "",
                " ",
                "- a",
                "{a: b}",
                "!!int 3",
                "2020-01-01",
                "1_000"
            })
    void keepsTextTextWhateverItLooksLike(String value) {
        String text = render("a.yaml.ftl", "value: ${value}", Map.of("value", value));

        assertThat(new Yaml().<Map<String, Object>>load(text)).isEqualTo(Map.of("value", value));
    }

    @Test
    void printsNumbersBareAndWhole() {
        Map<String, Object> model = Map.of("party", new BigInteger("12345678901234567890"), "port", 30091);

        assertThat(render("a.yaml.ftl", "${party}: ${port}", model)).isEqualTo("12345678901234567890: 30091");
    }

    @Test
    void printsANumberAsTextOnRequest() {
        assertThat(render("a.yaml.ftl", "${party?c}, ${party?c + \".x\"}", Map.of("party", 1000000)))
                .isEqualTo("\"1000000\", \"1000000.x\"");
    }

    @Test
    void printsBooleansBareAndBranchesOnThem() {
        assertThat(render("a.yaml.ftl", "<#if on>${on}</#if><#if !off>${off}</#if>", Map.of("on", true, "off", false)))
                .isEqualTo("truefalse");
    }

    @Test
    void printsMapsAndListsThroughJson() {
        assertThat(render("a.yaml.ftl", "${json(value)}", Map.of("value", Map.of("a", List.of(1, "b", true)))))
                .isEqualTo("{\"a\":[1,\"b\",true]}");
    }

    @Test
    void putsAFileIntoOneScalarWithItsOwnEscaping() {
        TemplateRenderer renderer = new TemplateRenderer(templates(Map.of(
                "a.yaml.ftl", "data: ${file('x.properties', {'extra': 'b\\\\c'})}",
                "files/x.properties.ftl", "name=${name}\nextra=${extra}\nport=${port}\n")));

        assertThat(renderer.render("a.yaml.ftl", Map.of("name", "n", "port", 1)))
                .isEqualTo("data: \"name=n\\nextra=b\\\\\\\\c\\nport=1\\n\"");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> render("a.yaml.ftl", "data: ${file('nowhere')}", Map.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("template a.yaml.ftl: template files/nowhere.ftl:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.properties.ftl", "a.sql.ftl", "a.conf.ftl"})
    void refusesALineBreakWhereAFileTypeCannotCarryIt(String template) {
        assertThatThrownBy(() -> render(template, "x=${value}", Map.of("value", "a\nb")))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("line break");
    }

    @Test
    void quotesSqlLiteralsAndIdentifiers() {
        assertThat(render("a.sql.ftl", "USE ${identifier(value)}; SELECT ${value};", Map.of("value", "a'`\\b")))
                .isEqualTo("USE `a'``\\b`; SELECT 'a''`\\\\b';");
    }

    @Test
    void quotesShellWords() {
        assertThat(render("a.sh.ftl", "echo ${value}", Map.of("value", "a'b $(rm)")))
                .isEqualTo("echo 'a'\\''b $(rm)'");
    }

    @Test
    void namesTheTemplateAndPlaceOfAMissingValue() {
        assertThatThrownBy(() -> render("a.yaml.ftl", "x: 1\ny: ${nothing}", Map.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("a.yaml.ftl")
                .hasMessageContaining("nothing")
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#macro m><@m/></#macro><@m/>",
                "<#list 1..100000000 as i>0123456789</#list>",
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${value?api.class}",
                "<#include '../../etc/passwd'>",
                "<#include 'file:///etc/passwd'>"
            })
    void stopsATemplateThatMisbehaves(String template) {
        assertThatThrownBy(() -> render("a.yaml.ftl", template, Map.of("value", "x")))
                .isInstanceOf(RenderException.class);
    }

    private static String render(String name, String template, Map<String, Object> model) {
        return new TemplateRenderer(templates(Map.of(name, template))).render(name, model);
    }

    private static TemplateSource templates(Map<String, String> templates) {
        return name -> Optional.ofNullable(templates.get(name));
    }
}
