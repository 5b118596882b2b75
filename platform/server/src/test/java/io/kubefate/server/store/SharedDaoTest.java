package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.encryption.Cell;
import io.kubefate.server.store.encryption.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedDaoTest {

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private final Jdbi jdbi = database.jdbi();
    private final SecretDao secrets = SharedDao.of(jdbi, SecretDao.class);

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aCallBelongsToTheTransactionOfItsThread() {
        jdbi.useTransaction(handle -> {
            store("undone");
            assertThat(stored()).containsExactly("undone");
            handle.rollback();
        });

        assertThat(stored()).isEmpty();
    }

    @Test
    void callsOfTwoDaosBelongToTheSameTransaction() {
        SecretDao other = SharedDao.of(jdbi, SecretDao.class);

        String read = jdbi.inTransaction(handle -> {
            store("new");
            return other.content("new").value();
        });

        assertThat(read).isEqualTo("new");
    }

    @Test
    void anotherThreadHasAConnectionOfItsOwn() {
        jdbi.useTransaction(handle -> {
            store("new");
            assertThat(CompletableFuture.supplyAsync(this::stored).join()).isEmpty();
        });

        assertThat(CompletableFuture.supplyAsync(this::stored).join()).containsExactly("new");
    }

    @Test
    void aCallReturnsItsConnection() {
        for (int call = 0; call < 100; call++) {
            store("secret-" + call);
        }

        assertThat(stored()).hasSize(100);
        assertThat(jdbi.getHandleScope().get()).isNull();
    }

    private void store(String name) {
        secrets.insertIfAbsent(name, Confidential.of(name).in(new Cell(name)), Instant.EPOCH);
    }

    private List<String> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("select name from service_secret order by name")
                .mapTo(String.class)
                .list());
    }
}
