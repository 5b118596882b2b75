package io.kubefate.planning.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDefaultsTest {

    private static final SchemaDefaults DEFAULTS = new SchemaDefaults("""
        {
          "properties": {
            "name": {"type": "string"},
            "mysql": {
              "default": {"subPath": "mysql"},
              "properties": {
                "port": {"$ref": "#/$defs/port", "default": 3306},
                "size": {"default": "1Gi"},
                "subPath": {"type": "string"},
                "class": {"default": "fast", "x-keep-empty": true}
              }
            },
            "spark": {"properties": {"worker": {"properties": {"cpu": {"default": 1.5}}}}},
            "nodes": {"type": "array", "items": {"properties": {"processors": {"default": 2}}}},
            "labels": {"additionalProperties": {"type": "string", "default": ""}},
            "routes": {"additionalProperties": {"$ref": "#/$defs/address"}},
            "tree": {"$ref": "#/$defs/tree"}
          },
          "$defs": {
            "port": {"type": "integer", "default": 1},
            "address": {"properties": {"port": {"$ref": "#/$defs/port"}}},
            "tree": {"properties": {"leaf": {"default": true}, "child": {"$ref": "#/$defs/tree"}}}
          }
        }
        """);

    @Test
    void addsDefaultsAndKeepsTheFile() {
        ClusterSpec spec = complete("name: a");

        assertThat(spec.values()).isEqualTo(Map.of("name", "a"));
        assertThat(spec.withDefaults().text("name")).contains("a");
        assertThat(spec.withDefaults().find("spark", "worker", "cpu")).contains(new BigDecimal("1.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: a", "mysql:", "mysql: {}", "mysql: {size: }"})
    void anAbsentMapIsItsDefault(String yaml) {
        assertThat(complete(yaml).withDefaults().map("mysql"))
                .isEqualTo(Map.of("subPath", "mysql", "port", 3306L, "size", "1Gi", "class", "fast"));
    }

    @Test
    void aGivenMapHasOnlyTheDefaultsOfItsKeys() {
        assertThat(complete("mysql: {port: 3307}").withDefaults().map("mysql"))
                .isEqualTo(Map.of("port", 3307L, "size", "1Gi", "class", "fast"));
    }

    @Test
    void emptyTextIsAbsentUnlessTheSchemaKeepsIt() {
        assertThat(complete("mysql: {size: '', class: ''}").withDefaults().map("mysql"))
                .isEqualTo(Map.of("port", 3306L, "size", "1Gi", "class", ""));
    }

    @Test
    void freeKeysWithoutAValueHaveTheDefault() {
        assertThat(complete("labels: {zone: , disk: ssd}").withDefaults().map("labels"))
                .isEqualTo(Map.of("zone", "", "disk", "ssd"));
        assertThat(complete("labels: {zone: }").withDefaults().map("labels")).isEqualTo(Map.of("zone", ""));
        assertThat(complete("labels: {}").withDefaults().map("labels")).isEmpty();
    }

    @Test
    void elementsAndValuesOfFreeKeysHaveDefaults() {
        ClusterSpec spec = complete("nodes: [{processors: 4}, {name: b}]\nroutes: {'9999': {host: a}}")
                .withDefaults();

        assertThat(spec.list("nodes"))
                .isEqualTo(List.of(Map.of("processors", 4L), Map.of("name", "b", "processors", 2L)));
        assertThat(spec.map("routes", "9999")).isEqualTo(Map.of("host", "a", "port", 1L));
    }

    @Test
    void aSchemaThatContainsItselfIsExpandedOnce() {
        assertThat(complete("name: a").withDefaults().map("tree")).isEqualTo(Map.of("leaf", true));
        assertThat(complete("tree: {child: {child: {leaf: false}}}")
                        .withDefaults()
                        .find("tree", "child", "child", "leaf"))
                .contains(false);
    }

    private static ClusterSpec complete(String yaml) {
        return DEFAULTS.complete(new SpecReader().read(yaml).spec());
    }
}
