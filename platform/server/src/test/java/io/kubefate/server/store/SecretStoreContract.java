package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets that replicas share. */
abstract class SecretStoreContract extends StoreContract {

    private SecretStore secrets;

    SecretStoreContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> handle.execute("delete from service_secret"));
        secrets = new SecretStore(jdbi);
    }

    @Test
    void theFirstProposalIsKept() {
        assertThat(secrets.findOrCreate(SecretStore.TOKEN_KEY, "first", NOON)).isEqualTo("first");
        assertThat(secrets.findOrCreate(SecretStore.TOKEN_KEY, "second", NOON)).isEqualTo("first");
        assertThat(secrets.findOrCreate("other", "third", NOON)).isEqualTo("third");
    }

    @Test
    void replicasThatStartTogetherGetTheSameSecret() throws Exception {
        Set<String> found = new TreeSet<>(together(
                4,
                () -> secrets.findOrCreate(
                        SecretStore.TOKEN_KEY, UUID.randomUUID().toString(), NOON)));

        assertThat(found).hasSize(1);
    }
}
