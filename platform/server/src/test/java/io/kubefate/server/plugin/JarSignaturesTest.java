package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.plugin.jar.TrustedCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With trusted certificates, only jars are loaded that are completely signed with one of them. */
class JarSignaturesTest {

    @TempDir
    private static Path shared;

    private static JarSigning keys;
    private static Path unsigned;

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeAll
    static void makeKeys() {
        keys = new JarSigning(shared)
                .key("author")
                .key("stranger")
                .key("authority", "-ext", "bc:c")
                .key("employee", "-signer", "authority")
                .key("webserver", "-signer", "authority", "-ext", "eku=serverAuth", "-startdate", "-20d")
                .key("retired", "-signer", "authority", "-startdate", "-20d", "-validity", "10")
                .key("outdated", "-startdate", "-20d", "-validity", "10")
                .key("clock", "-signer", "authority", "-ext", "eku=timeStamping", "-startdate", "-20d");
        unsigned = PluginsDirectory.demo().resource("some.txt", "text").build(shared.resolve("demo.jar"));
    }

    @BeforeEach
    void copyTheJar() throws IOException {
        jar = Files.copy(unsigned, directory.resolve("demo.jar"));
    }

    @Test
    void aJarOfATrustedSignerLoadsWithItsSigner() {
        keys.sign(jar, "author");

        assertThat(load("author").loaded())
                .singleElement()
                .extracting(LoadedPlugin::signer)
                .isEqualTo(Optional.of("CN=author"));
    }

    @Test
    void aJarOfASignerWithACertificateOfATrustedAuthorityLoads() {
        keys.sign(jar, "employee");

        assertThat(load("authority").loaded())
                .singleElement()
                .extracting(LoadedPlugin::signer)
                .isEqualTo(Optional.of("CN=employee"));
    }

    @Test
    void aSignerIsTrustedWithoutItsAuthority() {
        keys.sign(jar, "employee");

        assertThat(load("employee").loaded()).hasSize(1);
    }

    @Test
    void anyOfSeveralTrustedWillDo() {
        keys.sign(jar, "author");

        assertThat(load("stranger", "author").loaded()).hasSize(1);
    }

    @Test
    void withoutTrustedCertificatesAnUnsignedJarLoads() {
        assertThat(load().loaded())
                .singleElement()
                .extracting(LoadedPlugin::signer)
                .isEqualTo(Optional.empty());
    }

    @Test
    void withoutTrustedCertificatesAnybodyMaySign() {
        keys.sign(jar, "stranger");

        assertThat(load().loaded()).hasSize(1);
    }

    @Test
    void anUnsignedJarIsRefused() {
        assertThat(reason("author")).isEqualTo("it is not signed; sign it with jarsigner and a trusted key");
    }

    @Test
    void aJarOfAnotherSignerIsRefused() {
        keys.sign(jar, "stranger");

        assertThat(reason("author", "authority"))
                .isEqualTo("it is signed by CN=stranger, which is not trusted or whose certificate is not valid any"
                        + " more");
    }

    @Test
    void aCertificateForAnotherUseSignsNoJar() {
        keys.sign(jar, "webserver");

        assertThat(reason("authority")).startsWith("it is signed by CN=webserver, which is not trusted");
    }

    @Test
    void anExpiredSignerIsRefused() {
        keys.sign(jar, "outdated");

        assertThat(reason("outdated")).startsWith("it is signed by CN=outdated");
    }

    @Test
    void anExpiredSignerOfATrustedAuthorityIsRefused() {
        keys.sign(jar, "retired");

        assertThat(reason("authority")).startsWith("it is signed by CN=retired");
    }

    @Test
    void anEntryThatWasAddedAfterwardsIsRefused() throws IOException {
        keys.sign(jar, "author");
        write("added.txt", "new");

        assertThat(reason("author"))
                .isEqualTo("its entry added.txt is not signed, or with an algorithm that is no longer safe;"
                        + " sign the whole jar again");
    }

    @Test
    void anEntryThatWasChangedAfterwardsIsRefused() throws IOException {
        keys.sign(jar, "author");
        write("some.txt", "TEXT");

        assertThat(reason("author")).startsWith("it was changed after it was signed, sign it again:");
    }

    @Test
    void anEntryThatWasRemovedAfterwardsIsRefused() throws IOException {
        keys.sign(jar, "author");
        edit(root -> Files.delete(root.resolve("some.txt")));

        assertThat(reason("author"))
                .isEqualTo("it was changed after it was signed, sign it again: some.txt is missing");
    }

    @Test
    void aManifestThatWasChangedAfterwardsIsRefused() throws IOException {
        keys.sign(jar, "author");
        edit(root -> {
            Path manifest = root.resolve("META-INF/MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest).replace("Plugin-Id: demo", "Plugin-Id: else"));
        });

        assertThat(reason("author")).contains("changed after it was signed");
    }

    @Test
    void aChangedSignedJarIsRejectedEvenWithoutTrustedCertificates() throws IOException {
        keys.sign(jar, "stranger");
        write("some.txt", "TEXT");

        assertThat(reason()).startsWith("it was changed after it was signed");
    }

    @Test
    void anExpiredSignerIsTrustedIfATrustedTimestampProvesThatItSignedInTime() {
        assertThat(trust("retired", "clock", Duration.ofDays(15))).isTrue();
    }

    @Test
    void aTimestampAfterTheExpiryDoesNotHelp() {
        assertThat(trust("retired", "clock", Duration.ofDays(5))).isFalse();
    }

    @Test
    void anUntrustedTimestampDoesNotHelp() {
        assertThat(trust("retired", "stranger", Duration.ofDays(15))).isFalse();
    }

    @Test
    void aTimestampByACertificateForAnotherUseDoesNotHelp() {
        assertThat(trust("retired", "webserver", Duration.ofDays(15))).isFalse();
    }

    @Test
    void certificatesAreReadFromAFile() throws IOException {
        Path pem = Files.writeString(directory.resolve("trusted.pem"), keys.pem("author") + keys.pem("stranger"));

        assertThat(JarPolicy.of(1, Optional.of(pem)).trusted())
                .containsExactly(keys.certificate("author"), keys.certificate("stranger"));
    }

    @Test
    void aFileWithoutCertificatesIsAnError() throws IOException {
        Path pem = Files.createFile(directory.resolve("trusted.pem"));

        assertThatThrownBy(() -> JarPolicy.of(1, Optional.of(pem)))
                .hasMessage("the trusted certificates " + pem + " contain no certificate");
    }

    @Test
    void aFileOfSomethingElseIsAnError() throws IOException {
        Path pem = Files.writeString(directory.resolve("trusted.pem"), "no certificate");

        assertThatThrownBy(() -> JarPolicy.of(1, Optional.of(pem)))
                .hasMessageStartingWith("the trusted certificates " + pem + " ");
    }

    @Test
    void anAbsentFileIsAnError() {
        Path pem = directory.resolve("absent.pem");

        assertThatThrownBy(() -> JarPolicy.of(1, Optional.of(pem)))
                .hasMessageStartingWith("the trusted certificates " + pem + " cannot be read");
    }

    /** Whether a signature counts, where {@code authority} is trusted, that another certificate dates some time ago. */
    private static boolean trust(String signer, String clock, Duration ago) {
        Timestamp timestamp = new Timestamp(Date.from(Instant.now().minus(ago)), keys.path(clock));
        return new TrustedCertificates(List.of(keys.certificate("authority")))
                .trust(new CodeSigner(keys.path(signer), timestamp));
    }

    private PluginCatalog load(String... trusted) {
        List<X509Certificate> certificates =
                Stream.of(trusted).map(keys::certificate).toList();
        try (PluginHost host = PluginsDirectory.host(new JarPolicy(1 << 20, certificates))) {
            return PluginsDirectory.load(host, directory);
        }
    }

    private String reason(String... trusted) {
        PluginCatalog catalog = load(trusted);
        assertThat(catalog.loaded()).isEmpty();
        return catalog.rejected().get(0).reason();
    }

    private void write(String name, String text) throws IOException {
        edit(root -> Files.writeString(root.resolve(name), text));
    }

    private void edit(Edit edit) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            edit.apply(zip.getPath("/"));
        }
    }

    private interface Edit {
        void apply(Path root) throws IOException;
    }
}
