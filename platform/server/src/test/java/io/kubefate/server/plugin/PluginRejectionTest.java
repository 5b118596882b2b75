package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad jar is listed with its reason, and the good one beside it is loaded. */
class PluginRejectionTest extends BesideAGoodPlugin {

    @Test
    void aFileThatIsNotAJar() throws IOException {
        Files.writeString(jar, "not a zip");

        assertThat(reason()).startsWith("it cannot be read as a jar, it may be broken or truncated");
    }

    @Test
    void aTruncatedJar() throws IOException {
        byte[] whole = Files.readAllBytes(PluginsDirectory.demo().build(jar));
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));

        assertThat(reason()).startsWith("it cannot be read as a jar, it may be broken or truncated");
    }

    @Test
    void aDirectory() throws IOException {
        Files.createDirectory(jar);

        assertThat(reason()).startsWith("it cannot be read as a jar");
    }

    @Test
    void noPluginId() {
        PluginsDirectory.demo().manifest("Plugin-Id", "").build(jar);

        assertThat(reason()).isEqualTo("its META-INF/MANIFEST.MF has no Plugin-Id");
    }

    @Test
    void noPluginVersion() {
        PluginsDirectory.demo().manifest("Plugin-Version", "").build(jar);

        assertThat(reason()).isEqualTo("its META-INF/MANIFEST.MF has no Plugin-Version");
    }

    @Test
    void anotherSpi() {
        PluginsDirectory.demo().manifest("Plugin-Requires", ">=2.0.0").build(jar);

        assertThat(reason()).isEqualTo("it requires SPI >=2.0.0, but this service has SPI " + SpiVersion.CURRENT);
    }

    @Test
    void anUnreadableSpiRange() {
        PluginsDirectory.demo().manifest("Plugin-Requires", "whatever").build(jar);

        assertThat(reason()).isEqualTo("its Plugin-Requires is not a version range: whatever");
    }

    @Test
    void aMissingDependency() {
        PluginsDirectory.demo().manifest("Plugin-Dependencies", "base@>=1.0.0").build(jar);

        assertThat(reason()).isEqualTo("it needs base >=1.0.0, which is not loaded");
    }

    @Test
    void aDependencyOfAnotherVersion() {
        PluginsDirectory.demo()
                .manifest("Plugin-Dependencies", "neighbour@>=2.0.0")
                .build(jar);

        assertThat(reason()).isEqualTo("it needs neighbour >=2.0.0, which is not loaded");
    }

    @Test
    void aDependencyOnItself() {
        PluginsDirectory.demo().manifest("Plugin-Dependencies", "demo").build(jar);

        assertThat(reason()).isEqualTo("it needs demo *, which is not loaded");
    }

    @Test
    void aBuildWithoutAnnotationProcessor() {
        PluginsDirectory.demo().withoutAnnotationProcessing().build(jar);

        assertThat(reason())
                .contains("META-INF/extensions.idx is missing or empty")
                .contains("configure PF4J's annotation processor");
    }

    @Test
    void aJarWithoutAnIndexBeforeItsCodeRuns() {
        System.clearProperty("demo.ran");
        PluginJarBuilder.plugin("demo", "1.2.3")
                .manifest("Plugin-Class", "demo.Eager")
                .source("demo.Eager", """
                        package demo;
                        public class Eager extends org.pf4j.Plugin {
                            static { System.setProperty("demo.ran", "true"); }
                        }
                        """)
                .build(jar);

        assertThat(reason()).contains("META-INF/extensions.idx is missing or empty");
        assertThat(System.getProperty("demo.ran")).isNull();
    }

    @Test
    void noDistributionInside() {
        PluginJarBuilder.plugin("demo", "1.2.3").source("demo.Other", """
            package demo;
            @org.pf4j.Extension public class Other implements org.pf4j.ExtensionPoint {}
            """).build(jar);

        assertThat(reason()).isEqualTo("none of its extensions implements io.kubefate.spi.FateDistribution");
    }

    @Test
    void anExtensionThatIsNotInTheJar() {
        PluginJarBuilder.plugin("demo", "1.2.3")
                .resource("META-INF/extensions.idx", "demo.Absent\n")
                .build(jar);

        assertThat(reason()).isEqualTo("its META-INF/extensions.idx lists demo.Absent, which is not in the jar");
    }

    @Test
    void anExtensionThatIsNotAClassFile() {
        PluginJarBuilder.plugin("demo", "1.2.3")
                .resource("META-INF/extensions.idx", "demo.Garbage\n")
                .resource("demo/Garbage.class", "garbage")
                .build(jar);

        assertThat(reason()).startsWith("its extension demo.Garbage cannot be loaded: ClassFormatError");
    }

    @Test
    void aPluginClassThatIsNotInTheJar() {
        PluginsDirectory.demo().manifest("Plugin-Class", "demo.Absent").build(jar);

        assertThat(reason()).isEqualTo("its Plugin-Class demo.Absent cannot be created");
    }

    @Test
    void aPluginThatFailsToStart() {
        PluginsDirectory.demo()
                .source("demo.Failing", """
                    package demo;
                    public class Failing extends org.pf4j.Plugin {
                        @Override public void start() { throw new IllegalStateException("no licence"); }
                    }
                    """)
                .manifest("Plugin-Class", "demo.Failing")
                .build(jar);

        assertThat(reason()).isEqualTo("it cannot be started: IllegalStateException: no licence");
    }

    @Test
    void aPluginThatFailsToStartWithAnError() {
        PluginsDirectory.demo()
                .source("demo.Failing", """
                    package demo;
                    public class Failing extends org.pf4j.Plugin {
                        @Override public void start() { start(); }
                    }
                    """)
                .manifest("Plugin-Class", "demo.Failing")
                .build(jar);

        assertThat(reason()).isEqualTo("it cannot be loaded: StackOverflowError");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenConstructors")
    void aConstructorThatFails(String member, String reason) {
        PluginsDirectory.demo(DistributionSource.demo().member(member)).build(jar);

        assertThat(reason()).endsWith(reason);
    }

    static Stream<Arguments> brokenConstructors() {
        return Stream.of(
                Arguments.of(
                        "public DemoDistribution() { throw new IllegalStateException(\"boom\"); }",
                        "IllegalStateException: boom"),
                Arguments.of(
                        "public DemoDistribution() { this(1); } DemoDistribution(int i) { this.i = f(i); } int i;"
                                + " static int f(int i) { return f(i) + 1; }",
                        "StackOverflowError"),
                Arguments.of("static int zero = 0; static int i = 1 / zero;", "ArithmeticException: / by zero"),
                Arguments.of(
                        "Object mapper = new com.fasterxml.jackson.databind.ObjectMapper();",
                        "NoClassDefFoundError: com/fasterxml/jackson/databind/ObjectMapper"),
                Arguments.of(
                        "public DemoDistribution(String name) {}",
                        "NoSuchMethodException: demo.DemoDistribution.<init>()"));
    }

    @Test
    void aTemplateThatIsNotText() {
        PluginsDirectory.demo()
                .resource("templates/a.ftl", new byte[] {(byte) 0xff})
                .build(jar);

        assertThat(reason()).isEqualTo("templates/a.ftl is not UTF-8 text");
    }

    @Test
    void idAndVersionAreListedWhenTheyCanBeRead() {
        PluginsDirectory.demo().manifest("Plugin-Requires", ">=2.0.0").build(jar);

        assertThat(reject().id()).contains("demo");
        assertThat(reject().version()).contains("1.2.3");
    }
}
