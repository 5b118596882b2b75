package io.kubefate.cli.command.permission;

import io.kubefate.api.RoleGrant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Selects roles of users and groups. */
final class GrantSelection {

    @Option(names = "--user", paramLabel = "NAME", description = "The user who has the role.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--group", paramLabel = "NAME", description = "The group that has the role.")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "viewer, operator, namespace-admin or admin, or a single permission: logs, exec, secrets or plugins.")
    private Optional<String> role = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The namespace in which the role is granted, or '*' for all.")
    private Optional<String> namespace = Optional.empty();

    Optional<String> user() {
        return user;
    }

    Optional<String> group() {
        return group;
    }

    Optional<String> role() {
        return role;
    }

    Optional<String> namespace() {
        return namespace;
    }

    /** {@return whether exactly one subject, a role and a namespace are given} */
    boolean isComplete() {
        return user.isPresent() != group.isPresent() && role.isPresent() && namespace.isPresent();
    }

    /** {@return the values by the name of the service's filter} */
    Map<String, String> filters() {
        Map<String, String> filters = new HashMap<>();
        user.ifPresent(name -> filters.putAll(Map.of("subject_kind", "user", "subject", name)));
        group.ifPresent(name -> filters.putAll(Map.of("subject_kind", "group", "subject", name)));
        role.ifPresent(name -> filters.put("role", name));
        namespace.ifPresent(name -> filters.put("namespace", name));
        return filters;
    }

    /** {@return for example {@code role operator in fate-9999 of user ann}} */
    static String text(RoleGrant grant) {
        return "role " + grant.role() + " in " + grant.namespace() + " of " + grant.subjectKind() + " "
                + grant.subject();
    }
}
