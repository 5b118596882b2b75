package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of the service. It is read again if its files change, for example because it was renewed; open connections keep the
 * old one. While the files are not valid, the old one is used.
 */
final class ReloadedCertificate extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadedCertificate.class);
    private static final long SECONDS = 5;

    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("certificate", true);
    private final TlsFiles files;
    private int fingerprint;

    /**
     * Reads the files.
     *
     * @throws KubefateException {@link ErrorCode#INVALID_REQUEST}
     */
    ReloadedCertificate(TlsFiles files) {
        this.files = requireNonNull(files, "files is null");
        try {
            fingerprint = files.fingerprint();
            use(files.read(), tls);
        } catch (IOException | GeneralSecurityException e) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    "KUBEFATE_TLS_CERTIFICATE and KUBEFATE_TLS_KEY: the certificate of the service cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    SslContextFactory.Server tls() {
        return tls;
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        schedule();
    }

    @Override
    protected void doStop() throws Exception {
        scheduler.stop();
    }

    private void schedule() {
        scheduler.schedule(
                () -> {
                    reload();
                    schedule();
                },
                SECONDS,
                TimeUnit.SECONDS);
    }

    private void reload() {
        try {
            int now = files.fingerprint();
            if (now == fingerprint) {
                return;
            }
            fingerprint = now;
            KeyStore certificate = files.read();
            tls.reload(changed -> use(certificate, changed));
            LOG.info("the certificate of the service was read again");
        } catch (Exception e) {
            LOG.warn("the certificate of the service cannot be read, the last one is used: {}", e.getMessage());
        }
    }

    private void use(KeyStore certificate, SslContextFactory changed) {
        changed.setKeyStore(certificate);
        changed.setKeyStorePassword(files.password());
        changed.setKeyManagerPassword(files.password());
    }
}
