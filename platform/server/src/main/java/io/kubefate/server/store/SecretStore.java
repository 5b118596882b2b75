package io.kubefate.server.store;

import io.kubefate.server.store.encryption.Cell;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Secrets that the service generates once, for all replicas. */
public final class SecretStore {

    /** The name of the key that signs tokens. */
    public static final String TOKEN_KEY = "token-key";

    private final SecretDao secrets;

    public SecretStore(Jdbi jdbi) {
        this.secrets = SharedDao.of(jdbi, SecretDao.class);
    }

    /**
     * Returns a secret. The first replica that asks for it stores its proposal.
     *
     * @param name for example {@link #TOKEN_KEY}
     * @param proposal stored if there is none yet
     * @param now when the proposal was generated
     */
    public String findOrCreate(String name, String proposal, Instant now) {
        Cell cell = ConfidentialColumn.SERVICE_SECRET.cell(name);
        secrets.insertIfAbsent(name, Confidential.of(proposal).in(cell), now);
        return secrets.content(name).in(cell).value();
    }
}
