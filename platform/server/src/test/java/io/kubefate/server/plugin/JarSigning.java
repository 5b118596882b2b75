package io.kubefate.server.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A key store created by {@code keytool}, and jars signed with its keys like by {@code jarsigner}. */
final class JarSigning {

    private static final String PASSWORD = "changeit";

    private final Map<String, PrivateKeyEntry> entries = new ConcurrentHashMap<>();
    private final Path store;

    /** An empty key store in a directory. */
    JarSigning(Path directory) {
        this.store = directory.resolve("keys.p12");
    }

    /** Adds a key whose certificate names {@code CN=<name>}, signed by itself unless the options say otherwise. */
    JarSigning key(String name, String... options) {
        Stream<String> command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name);
        run(Stream.concat(command, Stream.of(options)).toList());
        return this;
    }

    /** The certificate of a key. */
    X509Certificate certificate(String name) {
        return (X509Certificate) entry(name).getCertificate();
    }

    /** The certificate of a key and those of its issuers, as far as the key store knows them. */
    CertPath path(String name) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(List.of(entry(name).getCertificateChain()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of a key in PEM. */
    String pem(String name) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate(name).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs a jar in its place. */
    Path sign(Path jar, String name) {
        try {
            Path signed = Files.createTempFile(jar.toAbsolutePath().getParent(), "signed", ".tmp");
            try (ZipFile in = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                new JarSigner.Builder(entry(name)).build().sign(in, out);
            }
            Files.delete(jar);
            return Files.move(signed, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once, because deriving the key that protects a key store is slow on purpose. */
    private PrivateKeyEntry entry(String name) {
        return entries.computeIfAbsent(name, this::read);
    }

    private PrivateKeyEntry read(String name) {
        try (InputStream file = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return (PrivateKeyEntry) keys.getEntry(name, new PasswordProtection(PASSWORD.toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
