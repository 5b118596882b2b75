package io.kubefate.server;

import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.SubjectKind;
import io.kubefate.server.store.row.RowTimes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;

/** Creates users and their tokens in the database, as another replica of the service does. */
public final class TestUsers {

    private static final String NO_PASSWORD = "$2a$10$" + ".".repeat(53);

    private final IdentityStore store;

    TestUsers(Jdbi jdbi) {
        this.store = new IdentityStore(jdbi);
    }

    /** Creates a user who has no password, unless there is one of this name. */
    public void createIfAbsent(String name) {
        if (store.accountNamed(name).isEmpty()) {
            store.create(account(name));
        }
    }

    /** Creates an administrator at once, because the service may read users at any time, and then knows this one without its role. */
    void createAdministratorIfAbsent(String name) {
        if (store.accountNamed(name).isEmpty()) {
            store.restoreAdministrator(account(name));
        }
    }

    private static AccountRecord account(String name) {
        return new AccountRecord(
                0,
                UUID.randomUUID().toString(),
                name,
                "",
                NO_PASSWORD,
                true,
                UUID.randomUUID().toString(),
                RowTimes.created(Instant.now()));
    }

    /** Grants a role to a user. The service notices it within two seconds, or with the first token of a new user. */
    public void grant(String user, String role, String namespace) {
        store.grant(new GrantRecord(0, SubjectKind.USER, user, role, namespace, "test", Instant.now()));
    }

    /** {@return a token of a session of a user} */
    public String token(String user) {
        return token(user, Clock.systemUTC());
    }

    /** {@return a token of a session that began at the time of a clock} */
    public String token(String user, Clock clock) {
        return token(user, clock, Duration.ofMinutes(30));
    }

    /** {@return a token of a session that began at the time of a clock, with a lifetime} */
    public String token(String user, Clock clock, Duration lifetime) {
        SecretKeySpec key = new SecretKeySpec(TestServer.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        String sessions = store.accountNamed(user).orElseThrow().sessions();
        return new Tokens(key, lifetime, Duration.ofHours(12), clock)
                .issue(user, sessions)
                .text();
    }
}
