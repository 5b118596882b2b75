package io.kubefate.planning.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The file that the command line of KubeFATE compares with a cluster.yaml. */
class SpecTemplateTest {

    private static final String SCHEMA = """
        {
          "properties": {
            "name": {"type": "string"},
            "partyId": {"type": ["string", "integer"], "examples": [9999]},
            "persistence": {"type": "boolean", "default": false},
            "pullPolicy": {"enum": ["", "IfNotPresent", "Always"]},
            "imagePullSecrets": {
              "type": "array",
              "default": [],
              "items": {"type": "object", "properties": {"name": {"type": "string"}}}
            },
            "mysql": {"$ref": "#/$defs/database", "default": {"port": 3306}},
            "nodeSelector": {"type": "object", "examples": [{"disktype": "ssd"}]}
          },
          "$defs": {
            "database": {
              "type": "object",
              "properties": {
                "ip": {"type": "string"},
                "port": {"type": "integer"},
                "replica": {"$ref": "#/$defs/database"}
              }
            }
          }
        }
        """;

    @Test
    void hasEveryKeyWithTheValuesOfTheExample() {
        assertThat(new SpecTemplate(SCHEMA, "# A party: with a comment\nname: fate\nmysql: {ip: 10.0.0.1}\n").yaml())
                .isEqualTo("""
                    name: fate
                    mysql:
                      ip: 10.0.0.1
                      port: 0
                      replica: ''
                    partyId: 9999
                    persistence: false
                    pullPolicy: IfNotPresent
                    imagePullSecrets:
                    - name: ''
                    nodeSelector:
                      disktype: ssd
                    """);
    }
}
