package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.kubefate.api.ApiToken;
import io.kubefate.api.ApiTokenArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.row.TimeColumn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists, creates and revokes API tokens, and ends sessions. */
public final class TokenService {

    private static final MemoryList<ApiToken> LIST = new MemoryList<>(ApiToken::uuid)
            .with("created", token -> TimeColumn.text(token.createdAt()))
            .with("expires", token -> TimeColumn.text(token.expires()))
            .with("name", ApiToken::name)
            .with("user", ApiToken::user)
            .with("text", token -> String.join(" ", token.name(), token.user(), token.uuid()));

    private static final Duration MAX_LIFETIME = Duration.ofDays(366);
    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);
    private static final int MAX_NAME = 253;

    private final IdentityStore store;
    private final AccessControl access;
    private final Clock clock;

    public TokenService(IdentityStore store, AccessControl access, Clock clock) {
        this.store = requireNonNull(store, "store is null");
        this.access = requireNonNull(access, "access is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Lists the tokens of a user, or of all users for one who may manage users, by default all, oldest first; without revoked ones. */
    public ListPart<ApiToken> list(ListRequest request, Subject subject) {
        return LIST.part(visible(subject), request);
    }

    private List<ApiToken> visible(Subject subject) {
        boolean all = managesUsers(subject);
        Map<String, String> owners =
                access.current().accounts().stream().collect(Collectors.toMap(Account::uuid, Account::name));
        return store.rows().tokens().stream()
                .filter(token -> owners.containsKey(token.accountUuid()))
                .map(token -> IdentityAnswer.token(token, owners.getOrDefault(token.accountUuid(), "")))
                .filter(token -> all || token.user().equals(subject.user()))
                .toList();
    }

    /**
     * Creates a token. Nobody can read it again.
     *
     * @param by the token of the request; not an API token, which could otherwise outlive its revocation
     * @throws KubefateException {@code INVALID_REQUEST}, {@code FORBIDDEN}
     */
    public ApiToken create(ApiTokenArgs args, AccessToken by) {
        if (by.kind() == AccessToken.Kind.API) {
            throw new KubefateException(
                    ErrorCode.FORBIDDEN, "an API token cannot create other tokens; log in with the password");
        }
        Account owner = owner(requireNonNullElse(args.user(), by.subject().user()), by.subject());
        String text = ApiTokens.random();
        ApiTokenRecord token = new ApiTokenRecord(
                0,
                UUID.randomUUID().toString(),
                name(args.name()),
                owner.uuid(),
                ApiTokens.hash(text),
                expiry(args.expires()),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        store.create(token);
        access.reload();
        return new ApiToken(token.uuid(), token.name(), owner.name(), token.expiresAt(), token.createdAt(), null, text);
    }

    /**
     * Revokes a token of the user, or of any user by one who may manage users.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public void revoke(String uuid, Subject by) {
        boolean visible = visible(by).stream().anyMatch(token -> token.uuid().equals(uuid));
        if (!visible || !store.revokeToken(uuid, clock.instant())) {
            throw KubefateException.notFound();
        }
        access.reload();
    }

    /**
     * Ends the session of a token; API tokens and those of an identity provider are revoked elsewhere.
     *
     * @param end when the last token of the session expires
     */
    public void logout(AccessToken token, Instant end) {
        if (token.kind() == AccessToken.Kind.SESSION) {
            store.revokeSession(token.id(), end, clock.instant());
            access.reload();
        }
    }

    private Account owner(String name, Subject by) {
        if (!name.equals(by.user())) {
            access.current().require(by, Permission.USERS, Namespaces.EVERYWHERE);
        }
        return access.current()
                .account(name)
                .orElseThrow(() -> KubefateException.invalid(
                        "there is no user " + name + " in this service, who could have tokens"));
    }

    private boolean managesUsers(Subject subject) {
        return access.current().where(subject, Permission.USERS).all();
    }

    private Instant expiry(@Nullable String expires) {
        Instant now = clock.instant();
        if (expires == null || expires.isBlank()) {
            return now.plus(DEFAULT_LIFETIME);
        }
        Instant expiry = time(expires);
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(MAX_LIFETIME))) {
            throw KubefateException.invalid("invalid expires: use a time in the future, at most a year from now");
        }
        return expiry;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw KubefateException.invalid("invalid expires: use a time like 2027-01-31T12:00:00Z");
        }
    }

    private static String name(@Nullable String name) {
        String text = requireNonNullElse(name, "").strip();
        if (text.isEmpty() || text.length() > MAX_NAME) {
            throw KubefateException.invalid(
                    "name is required: what the token is for, in at most " + MAX_NAME + " characters");
        }
        return text;
    }
}
