package io.kubefate.server.plugin.jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trusted certificates for signatures. A signer is trusted if its certificate is one of these, or was issued by one of these
 * for code signing. It must be valid now, or at the time of a timestamp that is trusted by the same rule. Revocation is not
 * checked; remove revoked certificates.
 *
 * @param certificates the certificates of signers and of authorities
 */
public record TrustedCertificates(Collection<X509Certificate> certificates) {

    private static final Set<String> CODE_SIGNING = Set.of("1.3.6.1.5.5.7.3.3", "2.5.29.37.0");
    private static final Set<String> TIME_STAMPING = Set.of("1.3.6.1.5.5.7.3.8", "2.5.29.37.0");

    public TrustedCertificates {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a PEM file.
     *
     * @param pem a file with one or more certificates, each between {@code BEGIN CERTIFICATE} and {@code END CERTIFICATE}
     * @return the certificates
     * @throws IllegalArgumentException if it cannot be read or contains anything else
     */
    static TrustedCertificates read(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            List<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new IllegalArgumentException("the trusted certificates " + pem + " contain no certificate");
            }
            return new TrustedCertificates(read);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "the trusted certificates " + pem + " are not X.509 certificates in PEM: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the trusted certificates " + pem + " cannot be read: " + e, e);
        }
    }

    /** Returns whether there are no trusted certificates, so that signatures are not required. */
    boolean isEmpty() {
        return certificates.isEmpty();
    }

    /**
     * Returns whether a signature is trusted.
     *
     * @param signer the signer and the time of the timestamp, if there is one
     */
    public boolean trust(CodeSigner signer) {
        CertPath path = signer.getSignerCertPath();
        return isTrusted(path, CODE_SIGNING, Instant.now()) || isTrustedAt(path, signer.getTimestamp());
    }

    private boolean isTrustedAt(CertPath path, Timestamp timestamp) {
        return timestamp != null
                && isTrusted(
                        timestamp.getSignerCertPath(),
                        TIME_STAMPING,
                        timestamp.getTimestamp().toInstant())
                && isTrusted(path, CODE_SIGNING, timestamp.getTimestamp().toInstant());
    }

    private boolean isTrusted(CertPath path, Set<String> usages, Instant at) {
        X509Certificate signer = (X509Certificate) path.getCertificates().get(0);
        if (certificates.contains(signer)) {
            return !at.isBefore(signer.getNotBefore().toInstant())
                    && !at.isAfter(signer.getNotAfter().toInstant());
        }
        return mayBeUsed(signer, usages) && isIssued(signer, path, at);
    }

    private static boolean mayBeUsed(X509Certificate signer, Set<String> usages) {
        try {
            List<String> allowed = signer.getExtendedKeyUsage();
            return allowed == null || allowed.stream().anyMatch(usages::contains);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private boolean isIssued(X509Certificate signer, CertPath path, Instant at) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(), target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(path.getCertificates())));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException notIssued) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK checks certificates", e);
        }
    }

    private Set<TrustAnchor> anchors() {
        return certificates.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
    }
}
