package io.kubefate.server.service.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.IdentityRows;
import io.kubefate.server.store.identity.SubjectKind;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides who may do what: a pure function of the accounts, grants and tokens at one time. What nobody granted is denied. A role that
 * this version does not know grants nothing.
 */
public final class Access {

    private final Map<String, Account> accounts;
    private final Map<String, Account> accountsById;
    private final Map<SubjectKind, Map<String, List<GrantRecord>>> grants;
    private final Map<String, ApiTokenRecord> tokensByHash;
    private final Map<String, ApiTokenRecord> tokens;
    private final Set<String> revoked;

    public Access(IdentityRows rows) {
        List<Account> all = rows.accounts().stream().map(Account::of).toList();
        accounts = byKey(all, Account::name);
        accountsById = byKey(all, Account::uuid);
        grants = rows.grants().stream().collect(groupingBy(GrantRecord::subjectKind, groupingBy(GrantRecord::subject)));
        tokensByHash = byKey(rows.tokens(), ApiTokenRecord::sha256);
        tokens = byKey(rows.tokens(), ApiTokenRecord::uuid);
        revoked = rows.revokedSessions();
    }

    /** {@return all accounts, enabled or not} */
    Collection<Account> accounts() {
        return accounts.values();
    }

    /** {@return the account of a name, enabled or not} */
    public Optional<Account> account(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /**
     * Finds an API token; {@link #refusal} says whether it is valid.
     *
     * @param sha256 the hash of what the request presents
     */
    public Optional<AccessToken> apiToken(String sha256) {
        return Optional.ofNullable(tokensByHash.get(sha256))
                .flatMap(token -> Optional.ofNullable(accountsById.get(token.accountUuid()))
                        .map(owner -> new AccessToken(
                                AccessToken.Kind.API,
                                token.uuid(),
                                Subject.user(owner.name()),
                                "",
                                token.createdAt(),
                                token.expiresAt())));
    }

    /** {@return why a token is not accepted, although its signature is valid; empty if it is accepted} */
    public Optional<String> refusal(AccessToken token, Instant now) {
        return switch (token.kind()) {
            case SESSION -> refusal(account(token.subject().user())).or(() -> sessionRefusal(token));
            case API -> refusal(account(token.subject().user())).or(() -> apiTokenRefusal(token, now));
            case OIDC -> expiry(token, now);
        };
    }

    /** {@return the namespaces in which somebody has a permission} */
    public Namespaces where(Subject subject, Permission permission) {
        return Namespaces.of(grants(subject)
                .filter(grant -> Role.of(grant.role())
                        .filter(role -> role.has(permission))
                        .isPresent())
                .map(GrantRecord::namespace)
                .collect(toSet()));
    }

    /** {@return the permissions of somebody in a namespace, or in all namespaces for {@link Namespaces#EVERYWHERE}} */
    public Set<Permission> permissions(Subject subject, String namespace) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        grants(subject)
                .filter(grant -> Namespaces.of(Set.of(grant.namespace())).contains(namespace))
                .flatMap(grant -> Role.of(grant.role()).stream())
                .forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    /**
     * Decides whether somebody may do something.
     *
     * @param namespace where, {@link Namespaces#EVERYWHERE} or {@link Namespaces#ANY}
     * @return the reason why not; empty if it is allowed
     */
    public Optional<String> denial(Subject subject, Permission permission, String namespace) {
        Namespaces permitted = where(subject, permission);
        boolean allowed = namespace.equals(Namespaces.ANY) ? !permitted.isEmpty() : permitted.contains(namespace);
        return allowed ? Optional.empty() : Optional.of(denied(subject, permission, namespace));
    }

    /**
     * Requires a permission.
     *
     * @throws KubefateException {@link ErrorCode#FORBIDDEN} with the missing permission
     */
    public void require(Subject subject, Permission permission, String namespace) {
        denial(subject, permission, namespace).ifPresent(reason -> {
            throw new KubefateException(ErrorCode.FORBIDDEN, reason);
        });
    }

    /** {@return the grants of a user and its groups} */
    Stream<GrantRecord> grants(Subject subject) {
        return Stream.concat(
                grants(SubjectKind.USER, subject.user()),
                subject.groups().stream().flatMap(group -> grants(SubjectKind.GROUP, group)));
    }

    private Stream<GrantRecord> grants(SubjectKind kind, String name) {
        return grants.getOrDefault(kind, Map.of()).getOrDefault(name, List.of()).stream();
    }

    private static String denied(Subject subject, Permission permission, String namespace) {
        String where = where(namespace);
        return "user " + subject.user() + " needs the permission " + permission.text() + " " + where
                + "; ask an administrator for the role "
                + Role.smallestWith(permission).text() + " " + where;
    }

    private static String where(String namespace) {
        return switch (namespace) {
            case Namespaces.EVERYWHERE -> "in all namespaces";
            case Namespaces.ANY -> "in a namespace";
            default -> "in namespace " + namespace;
        };
    }

    private static Optional<String> refusal(Optional<Account> account) {
        if (account.isEmpty()) {
            return Optional.of("the user of this token does not exist");
        }
        return account.get().enabled() ? Optional.empty() : Optional.of("the user of this token is disabled");
    }

    private Optional<String> sessionRefusal(AccessToken token) {
        boolean current = account(token.subject().user())
                .filter(account -> account.sessions().equals(token.sessions()))
                .isPresent();
        return current && !revoked.contains(token.id())
                ? Optional.empty()
                : Optional.of("the session of this token has ended; log in again");
    }

    private Optional<String> apiTokenRefusal(AccessToken token, Instant now) {
        if (!tokens.containsKey(token.id())) {
            return Optional.of("this token is revoked");
        }
        return expiry(token, now);
    }

    private static Optional<String> expiry(AccessToken token, Instant now) {
        return now.isBefore(token.expiresAt()) ? Optional.empty() : Optional.of("Token is expired");
    }

    private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
        return rows.stream().collect(toMap(key, Function.identity()));
    }
}
