package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.http.TlsTrust;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.Tls;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The certificate of the service: its chain, host name and expiry. */
final class TlsCheck {

    private static final String NAME = "tls";
    private static final Duration SOON = Duration.ofDays(30);

    private final Connection connection;
    private final Route route;
    private final Clock clock;

    TlsCheck(Connection connection, Route route, Clock clock) {
        this.connection = requireNonNull(connection, "connection is null");
        this.route = requireNonNull(route, "route is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    Check run() {
        if (!route.isEncrypted()) {
            return plain();
        }
        try {
            X509Certificate certificate =
                    handshake(connection.tls(), !connection.tls().insecure());
            return connection.tls().insecure() ? unverified() : valid(certificate);
        } catch (SSLException e) {
            return Check.failed(NAME, String.valueOf(e.getMessage()), remedy());
        } catch (IOException e) {
            return Check.failed(NAME, "no TLS: " + e, "Check whether the address is https or http.");
        }
    }

    private Check plain() {
        String host = connection.service().getHost();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")
                ? Check.ok(NAME, "not used on this machine")
                : Check.warning(
                        NAME,
                        "passwords and tokens are sent without encryption",
                        "Add TLS to the ingress of the service, and " + connection.remedy("https") + ".");
    }

    private static Check unverified() {
        return Check.warning(
                NAME,
                "the certificate is not verified",
                "Use --certificate-authority in place of --insecure-skip-tls-verify.");
    }

    private Check valid(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        String text = "certificate of " + names(certificate) + ", valid until " + date(end);
        return clock.instant().plus(SOON).isBefore(end)
                ? Check.ok(NAME, text)
                : Check.warning(NAME, text, "Renew the certificate.");
    }

    /** Explains the failure with the certificate, which a second connection accepts. */
    private String remedy() {
        try {
            X509Certificate certificate = handshake(new Tls(Optional.empty(), true), false);
            Instant now = clock.instant();
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                return "The certificate expired on "
                        + date(certificate.getNotAfter().toInstant()) + ": renew it.";
            }
            if (certificate.getNotBefore().toInstant().isAfter(now)) {
                return "The certificate is valid from "
                        + date(certificate.getNotBefore().toInstant()) + ": check the clock of this machine.";
            }
            return "The certificate is of " + names(certificate) + ", issued by "
                    + certificate.getIssuerX500Principal().getName()
                    + ". Use one of these names as the address; if the issuer is your own, add its certificate with"
                    + " --certificate-authority.";
        } catch (IOException | CommandException e) {
            return "The server may use plain HTTP: " + connection.remedy("http") + ".";
        }
    }

    private X509Certificate handshake(Tls tls, boolean checkName) throws IOException {
        try (Socket plain = route.toService();
                SSLSocket socket = (SSLSocket) context(tls)
                        .getSocketFactory()
                        .createSocket(
                                plain, route.service().host(), route.service().port(), true)) {
            if (checkName) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return (X509Certificate) chain[0];
        }
    }

    private static SSLContext context(Tls tls) {
        return TlsTrust.of(tls).orElseGet(() -> {
            try {
                return SSLContext.getDefault();
            } catch (NoSuchAlgorithmException e) {
                throw new CommandException("this Java has no TLS: " + e.getMessage(), e);
            }
        });
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                return names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "));
            }
        } catch (CertificateParsingException e) {
            // the subject is all that can be shown
        }
        return certificate.getSubjectX500Principal().getName();
    }

    private static String date(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
