package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A distribution that breaks the contract is not loaded, and its plugin is listed with the required change. */
class DistributionContractTest extends BesideAGoodPlugin {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenContracts")
    void aBrokenContract(String method, String body, String reason) {
        PluginsDirectory.demo(DistributionSource.demo().method(method, body)).build(jar);

        assertThat(reason()).isEqualTo(reason);
    }

    static Stream<Arguments> brokenContracts() {
        return Stream.of(
                Arguments.of(
                        "releases",
                        "return Set.of();",
                        "its releases() is empty; a distribution serves at least one release"),
                Arguments.of("releases", "return null;", "plugin demo 1.2.3 failed in releases: it returned null"),
                Arguments.of(
                        "releases",
                        "throw new IllegalStateException(\"boom\");",
                        "plugin demo 1.2.3 failed in releases: IllegalStateException: boom"),
                Arguments.of(
                        "releases",
                        "throw new NoClassDefFoundError(\"some/Library\");",
                        "plugin demo 1.2.3 failed in releases: NoClassDefFoundError: some/Library"),
                Arguments.of(
                        "releases", "return releases();", "plugin demo 1.2.3 failed in releases: StackOverflowError"),
                Arguments.of(
                        "releases",
                        "return Set.of(new ReleaseKey(\"\", \"v1\", \"\"));",
                        "its releases() has a release without chart name or version"),
                Arguments.of(
                        "modules",
                        "return List.of();",
                        "its modules() is empty; a distribution has at least one module"),
                Arguments.of(
                        "modules",
                        "var m = new ModuleSpec(\"python\", \"\", List.of()); return List.of(m, m);",
                        "its modules() lists the module python twice"),
                Arguments.of(
                        "modules",
                        "return List.of(new ModuleSpec(\"python\", \"\", List.of(\"python.ftl\")));",
                        "its module python names templates/python.ftl, which is not in the jar"),
                Arguments.of(
                        "commonTemplates",
                        "return List.of(\"common.ftl\");",
                        "its commonTemplates() names templates/common.ftl, which is not in the jar"),
                Arguments.of("schema", "return null;", "plugin demo 1.2.3 failed in schema: it returned null"),
                Arguments.of("example", "return null;", "plugin demo 1.2.3 failed in example: it returned null"));
    }

    @Test
    void aSchemaThatIsNotJson() {
        PluginsDirectory.demo(DistributionSource.demo().method("schema", "return \"type: object\";"))
                .build(jar);

        assertThat(reason()).startsWith("its schema() is not a valid JSON Schema: Unrecognized token 'type'");
    }
}
