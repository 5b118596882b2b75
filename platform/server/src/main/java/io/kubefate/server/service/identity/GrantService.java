package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.kubefate.api.RoleGrant;
import io.kubefate.api.RoleGrantArgs;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.SubjectKind;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists, grants and revokes roles. Who has the permission {@link Permission#GRANT} in a namespace may grant and revoke there the roles
 * whose permissions it has itself.
 */
public final class GrantService {

    private static final MemoryList<RoleGrant> LIST = new MemoryList<RoleGrant>(GrantService::number)
            .with("created", GrantService::number)
            .with("subject_kind", RoleGrant::subjectKind)
            .with("subject", RoleGrant::subject)
            .with("role", RoleGrant::role)
            .with("namespace", RoleGrant::namespace)
            .with("text", grant -> String.join(" ", grant.subject(), grant.role(), grant.namespace(), grant.creator()));

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final int MAX_SUBJECT = 253;

    private final IdentityStore store;
    private final AccessControl access;
    private final Clock clock;

    public GrantService(IdentityStore store, AccessControl access, Clock clock) {
        this.store = requireNonNull(store, "store is null");
        this.access = requireNonNull(access, "access is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Lists the grants for the namespaces in which somebody may grant, by default all, oldest first. */
    public ListPart<RoleGrant> list(ListRequest request, Subject subject) {
        Namespaces administered = access.current().where(subject, Permission.GRANT);
        List<RoleGrant> all = store.rows().grants().stream()
                .filter(grant -> administered.contains(grant.namespace()))
                .map(IdentityAnswer::grant)
                .toList();
        return LIST.part(all, request);
    }

    private static String number(RoleGrant grant) {
        return MemoryList.number(Long.parseLong(grant.id()));
    }

    /** Returns the grants of somebody, with those of its groups. */
    public List<RoleGrant> of(Subject subject) {
        return access.current().grants(subject).map(IdentityAnswer::grant).toList();
    }

    /**
     * Grants a role; does nothing if it is granted already.
     *
     * @throws KubefateException {@code INVALID_REQUEST}, {@code FORBIDDEN}
     */
    public RoleGrant create(RoleGrantArgs args, Subject by) {
        String namespace = namespace(args.namespace());
        access.current().require(by, Permission.GRANT, namespace);
        Role role = role(args.role());
        if (!role.isNamespaced() && !namespace.equals(Namespaces.EVERYWHERE)) {
            throw KubefateException.invalid("the role " + role.text() + " is for all namespaces: set namespace to *");
        }
        requireAll(by, role.permissions(), namespace);
        SubjectKind kind = kind(args.subjectKind());
        GrantRecord grant = store.grant(new GrantRecord(
                0, kind, subject(kind, args.subject()), role.text(), namespace, by.user(), clock.instant()));
        access.reload();
        return IdentityAnswer.grant(grant);
    }

    /**
     * Revokes a role.
     *
     * @throws KubefateException {@code NOT_FOUND}, {@code FORBIDDEN}, {@code WRONG_STATE} for that of the last administrator
     */
    public void delete(String id, Subject by) {
        Namespaces administered = access.current().where(by, Permission.GRANT);
        GrantRecord grant = number(id)
                .flatMap(store::grant)
                .filter(found -> administered.contains(found.namespace()))
                .orElseThrow(KubefateException::notFound);
        Role.of(grant.role()).ifPresent(role -> requireAll(by, role.permissions(), grant.namespace()));
        store.revokeGrant(grant.id());
        access.reload();
    }

    private void requireAll(Subject subject, Set<Permission> permissions, String namespace) {
        permissions.forEach(permission -> access.current().require(subject, permission, namespace));
    }

    /** A mistyped name would be granted to whoever gets it later. */
    private String subject(SubjectKind kind, @Nullable String name) {
        String subject = requireNonNullElse(name, "").strip();
        if (subject.isEmpty() || subject.length() > MAX_SUBJECT) {
            throw KubefateException.invalid(
                    "subject is required: the name of the " + (kind == SubjectKind.USER ? "user" : "group"));
        }
        boolean ofProvider = subject.startsWith(Subject.OIDC_PREFIX);
        if (kind == SubjectKind.USER
                && !ofProvider
                && access.current().account(subject).isEmpty()) {
            throw KubefateException.invalid("there is no user " + subject + "; create the user first");
        }
        return subject;
    }

    private static SubjectKind kind(@Nullable String kind) {
        return switch (requireNonNullElse(kind, "user")) {
            case "user" -> SubjectKind.USER;
            case "group" -> SubjectKind.GROUP;
            default -> throw KubefateException.invalid("invalid subject_kind: use user or group");
        };
    }

    private static Role role(@Nullable String role) {
        return Role.of(requireNonNullElse(role, ""))
                .orElseThrow(() -> KubefateException.invalid("invalid role: use "
                        + Arrays.stream(Role.values()).map(Role::text).collect(Collectors.joining(", "))));
    }

    private static String namespace(@Nullable String namespace) {
        String name = requireNonNullElse(namespace, "");
        if (!name.equals(Namespaces.EVERYWHERE) && !NAMESPACE.matcher(name).matches()) {
            throw KubefateException.invalid("invalid namespace: use the name of a namespace, or * for all");
        }
        return name;
    }

    private static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
