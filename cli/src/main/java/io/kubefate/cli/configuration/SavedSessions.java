package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tokens in the user's home directory. A command goes on without those that cannot be saved.
 *
 * @param warnings receives why a context could not be changed
 */
public record SavedSessions(Connection connection, ContextStore contexts, LoginStore logins, Consumer<String> warnings)
        implements Sessions {

    public SavedSessions {
        requireNonNull(connection, "connection is null");
        requireNonNull(contexts, "contexts is null");
        requireNonNull(logins, "logins is null");
        requireNonNull(warnings, "warnings is null");
    }

    /** A port-forward has another address each time. */
    @Override
    public Optional<SessionToken> ofLogin() {
        return connection.target() instanceof Target.Server server
                        && connection.authentication() instanceof Authentication.Password password
                ? logins.find(server, password)
                : Optional.empty();
    }

    @Override
    public void keepLogin(SessionToken token) {
        if (connection.target() instanceof Target.Server server
                && connection.authentication() instanceof Authentication.Password password) {
            logins.keep(server, password, token);
        }
    }

    @Override
    public void keep(Authentication.Refreshable session) {
        try {
            contexts.update(file -> connection
                    .context()
                    .flatMap(name ->
                            file.find(name).map(context -> file.with(name, context.with(context.user(), session))))
                    .orElse(file));
        } catch (CommandException e) {
            warnings.accept(e.getMessage());
        }
    }
}
