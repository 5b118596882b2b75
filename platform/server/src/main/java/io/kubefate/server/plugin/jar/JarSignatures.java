package io.kubefate.server.plugin.jar;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Checks the signatures of jars as {@code jarsigner} creates them. A signed jar must always be unchanged; its signer is checked only
 * if there are trusted certificates.
 *
 * @param trusted the trusted certificates
 */
record JarSignatures(TrustedCertificates trusted) {

    /**
     * Checks a jar that passed {@link JarInspection}.
     *
     * @param jar the jar, opened with verification
     * @return the subject of the signer's certificate; empty if signatures are not required
     * @throws PluginRejection if the jar was changed, or an entry is not signed by a trusted signer
     * @throws IOException if it cannot be read
     */
    Optional<String> check(JarFile jar) throws IOException {
        List<JarEntry> entries = jar.stream().filter(not(JarEntry::isDirectory)).toList();
        boolean signed = entries.stream().map(JarEntry::getName).anyMatch(EntryNameRules::isSignatureFile);
        if (signed) {
            verify(jar, entries);
        }
        if (trusted.isEmpty()) {
            return Optional.empty();
        }
        if (!signed) {
            throw new PluginRejection("it is not signed; sign it with jarsigner and a trusted key");
        }
        return entries.stream()
                .filter(entry -> !EntryNameRules.isSignature(entry.getName()))
                .map(this::signer)
                .reduce((one, next) -> next);
    }

    private static void verify(JarFile jar, List<JarEntry> entries) throws IOException {
        try {
            for (JarEntry entry : entries) {
                try (InputStream content = jar.getInputStream(entry)) {
                    content.transferTo(OutputStream.nullOutputStream()); // reading to the end verifies the entry
                }
            }
        } catch (SecurityException e) {
            throw new PluginRejection("it was changed after it was signed, sign it again: " + e.getMessage(), e);
        }
        for (String name : jar.getManifest().getEntries().keySet()) {
            if (jar.getEntry(name) == null) {
                throw new PluginRejection("it was changed after it was signed, sign it again: " + name + " is missing");
            }
        }
    }

    private String signer(JarEntry entry) {
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw new PluginRejection("its entry " + entry.getName()
                    + " is not signed, or with an algorithm that is no longer safe; sign the whole jar again");
        }
        return Stream.of(signers)
                .filter(trusted::trust)
                .map(JarSignatures::subject)
                .findFirst()
                .orElseThrow(() -> new PluginRejection("it is signed by " + subject(signers[0])
                        + ", which is not trusted or whose certificate is not valid any more"));
    }

    private static String subject(CodeSigner signer) {
        X509Certificate certificate =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return certificate.getSubjectX500Principal().getName();
    }
}
