package io.kubefate.server.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.audit.AuditActor;
import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditOutcome;
import io.kubefate.server.store.audit.AuditRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final AuditLimit limit = new AuditLimit(3, 2);

    @Test
    void whatIsAcceptedIsAlwaysRecorded() {
        for (int request = 0; request < 10; request++) {
            assertThat(limit.admit(row("ann", "192.0.2.1", 200), true)).isPresent();
        }
        assertThat(limit.end(NOW)).isEmpty();
    }

    @Test
    void refusedRequestsBeyondTheLimitAreCounted() {
        for (int request = 0; request < 3; request++) {
            assertThat(limit.admit(row("", "192.0.2.1", 401), false)).isPresent();
        }
        assertThat(limit.admit(row("", "192.0.2.1", 401), false)).isEmpty();
        assertThat(limit.admit(row("eve", "192.0.2.1", 401), false)).isEmpty();

        assertThat(limit.end(NOW)).singleElement().satisfies(row -> {
            assertThat(row.actor().address()).isEqualTo("192.0.2.1");
            assertThat(row.actor().userName()).isEmpty();
            assertThat(row.outcome().status()).isEqualTo(401);
            assertThat(row.requests()).isEqualTo(2);
            assertThat(row.at()).isEqualTo(NOW);
        });
    }

    @Test
    void aKnownUserHasALimitOfItsOwn() {
        for (int request = 0; request < 5; request++) {
            limit.admit(row("", "192.0.2.1", 401), false);
        }

        assertThat(limit.admit(row("ann", "192.0.2.1", 403), true)).isPresent();
    }

    @Test
    void theNumberOfAddressesDoesNotMatter() {
        for (int address = 0; address < 1000; address++) {
            limit.admit(row("", "192.0.2." + address, 401), false);
        }

        List<AuditRecord> counted = limit.end(NOW);

        assertThat(counted).hasSize(3);
        assertThat(counted.stream().mapToInt(AuditRecord::requests).sum()).isEqualTo(997);
    }

    @Test
    void anIntervalBeginsAnew() {
        for (int request = 0; request < 5; request++) {
            limit.admit(row("", "192.0.2.1", 401), false);
        }
        limit.end(NOW);

        assertThat(limit.admit(row("", "192.0.2.1", 401), false)).isPresent();
        assertThat(limit.end(NOW)).isEmpty();
    }

    private static AuditRecord row(String user, String address, int status) {
        AuditActor actor = new AuditActor(user, "", "", address, "");
        return new AuditRecord(0, NOW, actor, "login", AuditObject.NONE, AuditOutcome.of(status, ""), "r", 1);
    }
}
