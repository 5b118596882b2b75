package io.kubefate.cli.command.context;

import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.SavedContext;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

/**
 * A context without its secrets.
 *
 * @param credentials for people, for example {@code API token}
 */
record ContextRow(
        boolean current, String name, String server, String user, String namespace, String tls, String credentials) {

    static ContextRow of(String name, SavedContext context, boolean current, Timestamps timestamps) {
        return new ContextRow(
                current,
                name,
                context.target().text(),
                context.user().orElse(""),
                context.namespace().orElse(""),
                context.tls().insecure()
                        ? "not verified"
                        : context.tls()
                                .certificateAuthority()
                                .map(String::valueOf)
                                .orElse(""),
                credentials(context.credentials(), timestamps));
    }

    static Listing<ContextRow> list(List<ContextRow> rows) {
        return new Listing<>(
                rows,
                List.of(
                        Column.exact("CURRENT", row -> row.current ? "*" : ""),
                        Column.exact("NAME", ContextRow::name),
                        Column.text("SERVER", ContextRow::server),
                        Column.exact("USER", ContextRow::user),
                        Column.exact("NAMESPACE", ContextRow::namespace),
                        Column.text("CREDENTIALS", ContextRow::credentials),
                        Column.text("TLS", ContextRow::tls).wide()),
                ContextRow::name);
    }

    private static String credentials(Authentication authentication, Timestamps timestamps) {
        if (authentication instanceof Authentication.Refreshable session) {
            boolean expired =
                    session.token().expires().isBefore(timestamps.clock().instant());
            return (expired ? "session, expired " : "session until ")
                    + timestamps.format(session.token().expires());
        }
        return authentication instanceof Authentication.ApiToken ? "API token" : "none";
    }
}
