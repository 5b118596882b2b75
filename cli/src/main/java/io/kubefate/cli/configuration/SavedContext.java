package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A context in {@code ~/.kubefate/config.yaml}: a service and a user.
 *
 * @param namespace the namespace of commands that do not name one
 * @param user the user who logged in
 * @param credentials a session, an API token, or none
 */
public record SavedContext(
        Target target, Tls tls, Optional<String> namespace, Optional<String> user, Authentication credentials) {

    public SavedContext {
        requireNonNull(target, "target is null");
        requireNonNull(tls, "tls is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(user, "user is null");
        requireNonNull(credentials, "credentials is null");
    }

    /** {@return a context of a service, without a user} */
    public static SavedContext of(Target target) {
        return new SavedContext(
                target, Tls.STANDARD, Optional.empty(), Optional.empty(), new Authentication.LoggedOut());
    }

    /** {@return the same for a service; without the credentials if it is another service} */
    public SavedContext with(Target other) {
        return other.equals(target) ? this : new SavedContext(other, tls, namespace, Optional.empty(), loggedOut());
    }

    public SavedContext with(Tls other) {
        return new SavedContext(target, other, namespace, user, credentials);
    }

    /** {@return the same with a namespace; an empty text removes it} */
    public SavedContext withNamespace(String other) {
        return new SavedContext(target, tls, Optional.of(other).filter(name -> !name.isEmpty()), user, credentials);
    }

    /** {@return the same with the credentials of a user} */
    public SavedContext with(Optional<String> owner, Authentication other) {
        return new SavedContext(target, tls, namespace, owner, other);
    }

    private static Authentication loggedOut() {
        return new Authentication.LoggedOut();
    }
}
