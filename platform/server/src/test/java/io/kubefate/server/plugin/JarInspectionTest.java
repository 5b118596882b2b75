package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.plugin.jar.JarPolicy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems of the archive are found before any code of the jar runs. */
class JarInspectionTest extends BesideAGoodPlugin {

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(jar);

        assertThat(reason())
                .isEqualTo("it cannot be read as a jar, it may be broken or truncated:" + " it is not a zip file");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
    void aTruncatedJar(double part) throws IOException {
        byte[] whole = Files.readAllBytes(PluginsDirectory.demo().build(jar));
        Files.write(jar, Arrays.copyOf(whole, (int) (whole.length * part)));

        assertThat(reason()).startsWith("it cannot be read as a jar, it may be broken or truncated");
    }

    @Test
    void aDamagedEntry() throws IOException {
        stored("some.txt", "the content of an entry");
        patch("the content", "The content");

        assertThat(reason())
                .isEqualTo("it cannot be read as a jar, it may be broken or truncated: its entry some.txt is damaged");
    }

    @Test
    void aScriptWithAJarBehindIt() throws IOException {
        byte[] whole = Files.readAllBytes(PluginsDirectory.demo().build(jar));
        try (OutputStream out = Files.newOutputStream(jar)) {
            out.write("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
            out.write(whole);
        }

        assertThat(reason()).endsWith("it is not a zip file");
    }

    @Test
    void aJarOverTheLimit() throws IOException {
        PluginsDirectory.demo().build(jar);
        long size = Files.size(jar);

        try (PluginHost host = PluginsDirectory.host(JarPolicy.of(size - 1, Optional.empty()))) {
            assertThat(PluginsDirectory.load(host, directory).rejected())
                    .extracting(RejectedPlugin::reason)
                    .contains("it has " + size + " bytes, more than the limit of " + (size - 1)
                            + "; make it smaller or raise the limit");
        }
    }

    @Test
    void aZipBomb() {
        PluginsDirectory.demo().resource("zeros", new byte[64 << 20]).build(jar);

        assertThat(reason())
                .isEqualTo("it unpacks to much more than a plugin of its size, at zeros, as a zip bomb does");
    }

    @Test
    void aZipBombThatLiesAboutItsSize() throws IOException {
        PluginsDirectory.demo().resource("zeros", new byte[64 << 20]).build(jar);
        byte[] small = {10, 0, 0, 0};
        byte[] bytes = Files.readAllBytes(jar);
        for (int at = 0; at < bytes.length - 4; at++) {
            if (bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 0 && bytes[at + 3] == 4) {
                System.arraycopy(small, 0, bytes, at, small.length);
            }
        }
        Files.write(jar, bytes);

        assertThat(reason()).contains("zip bomb");
    }

    @Test
    void manyEntries() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            for (int i = 0; i <= 65_535; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }

        assertThat(reason())
                .isEqualTo("it has 65536 entries, more than 65535; leave out what the plugin does not need");
    }

    @Test
    void templatesThatWouldFillTheMemory() {
        PluginsDirectory.demo().resource("templates/big", noise(17 << 20)).build(jar);

        assertThat(reason()).startsWith("its templates are larger than 16777216 bytes together");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/etc/passwd                   | is an absolute path",
                "C:/windows/a.dll              | is an absolute path",
                "c:a.dll                       | is an absolute path",
                "../outside.txt                | is not a normalized path",
                "templates/../../outside.txt   | is not a normalized path",
                "templates/./a.ftl             | is not a normalized path",
                "templates//a.ftl              | is not a normalized path",
                "templates/..                  | is not a normalized path",
                "templates\\a.ftl              | has a backslash",
                "..\\outside.txt               | has a backslash",
                "meta-inf/services/x           | must be written META-INF",
                "META-INF/manifest.mf          | must be written META-INF/MANIFEST.MF"
            })
    void aNameThatIsNotAPlainRelativePath(String name, String why) {
        PluginsDirectory.demo().resource(name, "x").build(jar);

        assertThat(reason()).isEqualTo("its entry " + name + " " + why + "; build the jar with the JDK's jar or Maven");
    }

    @Test
    void aNameWithAControlCharacter() {
        PluginsDirectory.demo().resource("a\0b", "x").build(jar);

        assertThat(reason()).startsWith("its entry a?b has a control character");
    }

    @Test
    void twoEntriesOfOneName() throws IOException {
        PluginsDirectory.demo()
                .resource("templates/one.ftl", "1")
                .resource("templates/two.ftl", "2")
                .build(jar);
        patch("templates/two.ftl", "templates/one.ftl");

        assertThat(reason()).startsWith("it has two entries with the name templates/one.ftl");
    }

    @Test
    void aFileAndADirectoryOfOneName() {
        PluginsDirectory.demo().resource("same", "x").resource("same/", "").build(jar);

        assertThat(reason()).startsWith("it has two entries with the name same");
    }

    @Test
    void aDirectoryWithContent() {
        PluginsDirectory.demo().resource("hidden/", "x").build(jar);

        assertThat(reason()).endsWith("its entry hidden/ is damaged");
    }

    @Test
    void aClassPath() {
        PluginsDirectory.demo().manifest("Class-Path", "../other.jar").build(jar);

        assertThat(reason())
                .isEqualTo("its META-INF/MANIFEST.MF has a Class-Path, which refers to files outside the jar;"
                        + " include the libraries in the jar");
    }

    @Test
    void anIndexOfJars() {
        PluginsDirectory.demo()
                .resource("META-INF/INDEX.LIST", "JarIndex-Version: 1.0\n")
                .build(jar);

        assertThat(reason()).startsWith("it has a META-INF/INDEX.LIST, which can refer to other jars");
    }

    @Test
    void noManifest() throws IOException {
        stored("some.txt", "text");

        assertThat(reason()).isEqualTo("it has no META-INF/MANIFEST.MF");
    }

    @Test
    void aJarThatIsRefusedRunsNoCode() {
        System.clearProperty("demo.examined");
        PluginsDirectory.demo(
                        DistributionSource.demo().member("static { System.setProperty(\"demo.examined\", \"yes\"); }"))
                .manifest("Class-Path", "other.jar")
                .build(jar);

        reject();

        assertThat(System.getProperty("demo.examined")).isNull();
    }

    private void stored(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(entry);
            zip.write(content);
        }
    }

    /** Replaces bytes in the jar by the same number of others. */
    private void patch(String from, String to) throws IOException {
        patch(jar, from, to);
    }

    static void patch(Path jar, String from, String to) throws IOException {
        String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(from);
        Files.writeString(jar, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    /** Returns text that cannot be compressed. */
    private static String noise(int length) {
        StringBuilder text = new StringBuilder(length);
        new Random(1).ints(length, 'a', 'z').forEach(character -> text.append((char) character));
        return text.toString();
    }
}
