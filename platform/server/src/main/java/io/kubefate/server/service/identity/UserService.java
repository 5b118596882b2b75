package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.kubefate.api.AccountArgs;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.row.RowTimes;
import io.kubefate.server.store.row.TimeColumn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists, creates, changes and deletes users. A change counts at once in this service, and within two seconds in others. */
public final class UserService {

    private static final MemoryList<io.kubefate.api.Account> LIST = new MemoryList<io.kubefate.api.Account>(
                    user -> MemoryList.number(user.id()))
            .with("created", user -> MemoryList.number(user.id()))
            .with("updated", user -> TimeColumn.text(user.updatedAt()))
            .with("name", io.kubefate.api.Account::username)
            .with("status", user -> requireNonNullElse(user.userStatus(), ""))
            .with("text", user -> String.join(" ", user.username(), user.email(), user.uuid()));

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");
    private static final int MAX_EMAIL = 253;

    private final IdentityStore store;
    private final AccessControl access;
    private final Passwords passwords;
    private final Clock clock;

    public UserService(IdentityStore store, AccessControl access, Passwords passwords, Clock clock) {
        this.store = requireNonNull(store, "store is null");
        this.access = requireNonNull(access, "access is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Lists users, by default all, oldest first. */
    public ListPart<io.kubefate.api.Account> list(ListRequest request) {
        List<io.kubefate.api.Account> all =
                store.rows().accounts().stream().map(IdentityAnswer::account).toList();
        return LIST.part(all, request);
    }

    /**
     * Returns a user.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public io.kubefate.api.Account find(String uuid) {
        return IdentityAnswer.account(record(uuid));
    }

    /**
     * Creates a user, who has no permissions yet.
     *
     * @throws KubefateException {@code INVALID_REQUEST}, {@code ALREADY_EXISTS}
     */
    public io.kubefate.api.Account create(AccountArgs args) {
        String name = requireNonNullElse(args.username(), "");
        if (!NAME.matcher(name).matches()) {
            throw KubefateException.invalid(
                    "invalid username: use at most 63 letters, digits and ._@- that begin with a letter or digit");
        }
        String password = required(args.password(), "password");
        Passwords.requireStrong(password, name);
        AccountRecord account = store.create(new AccountRecord(
                0,
                UUID.randomUUID().toString(),
                name,
                email(args.email()),
                passwords.hash(password),
                requireNonNullElse(args.enabled(), true),
                newSessions(),
                RowTimes.created(clock.instant())));
        access.reload();
        return IdentityAnswer.account(account);
    }

    /**
     * Changes the email of a user, enables or disables it. Its sessions end when it is disabled.
     *
     * @throws KubefateException {@code NOT_FOUND}, {@code INVALID_REQUEST}, {@code WRONG_STATE} for the last administrator
     */
    public void update(String uuid, AccountArgs args) {
        AccountRecord account = record(uuid);
        if (args.username() != null && !args.username().equals(account.name())) {
            throw KubefateException.invalid("the username cannot be changed; create another user");
        }
        if (args.password() != null && !args.password().isEmpty()) {
            throw KubefateException.invalid("the password is changed by PUT /v1/user/" + uuid + "/password");
        }
        boolean enabled = requireNonNullElse(args.enabled(), account.enabled());
        store.update(new AccountRecord(
                account.id(),
                uuid,
                account.name(),
                args.email() == null ? account.email() : email(args.email()),
                account.passwordHash(),
                enabled,
                enabled ? account.sessions() : newSessions(),
                updated(account)));
        access.reload();
    }

    /**
     * Deletes a user with its permissions and tokens. Its name stays in what it created.
     *
     * @throws KubefateException {@code NOT_FOUND}, {@code WRONG_STATE} for the last administrator
     */
    public void delete(String uuid) {
        store.delete(record(uuid), clock.instant());
        access.reload();
    }

    /** {@return the name of a user; empty if there is none of this id} */
    public Optional<String> name(String uuid) {
        return store.account(uuid).map(AccountRecord::name);
    }

    /** {@return whether a password is the one of a user} */
    public boolean hasPassword(String uuid, String password) {
        return passwords.verify(password, record(uuid).passwordHash());
    }

    /**
     * Sets the password of a user, and ends its sessions. API tokens stay valid.
     *
     * @throws KubefateException {@code NOT_FOUND}, {@code INVALID_REQUEST}
     */
    public void setPassword(String uuid, @Nullable String password) {
        AccountRecord account = record(uuid);
        Passwords.requireStrong(required(password, "password"), account.name());
        store.update(new AccountRecord(
                account.id(),
                uuid,
                account.name(),
                account.email(),
                passwords.hash(required(password, "password")),
                account.enabled(),
                newSessions(),
                updated(account)));
        access.reload();
    }

    private AccountRecord record(String uuid) {
        return store.account(uuid).orElseThrow(KubefateException::notFound);
    }

    private RowTimes updated(AccountRecord account) {
        return new RowTimes(account.times().createdAt(), clock.instant(), Optional.empty());
    }

    private static String newSessions() {
        return UUID.randomUUID().toString();
    }

    private static String email(@Nullable String email) {
        String text = requireNonNullElse(email, "").strip();
        if (text.length() > MAX_EMAIL) {
            throw KubefateException.invalid("invalid email: it has more than " + MAX_EMAIL + " characters");
        }
        return text;
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw KubefateException.invalid(name + " is required");
        }
        return value;
    }
}
