package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A context as it is in the file.
 *
 * @param place the file and the key, for messages
 * @param folder the folder that relative paths start at
 */
record ContextEntry(String place, Path folder, Map<?, ?> content) {

    private static final String SERVER = "server";
    private static final String AUTHORITY = "certificate-authority";
    private static final String INSECURE = "insecure-skip-tls-verify";
    private static final String KUBECONFIG = "kubeconfig";
    private static final String SERVICE = "service";
    private static final String NAMESPACE = "namespace";
    private static final String USER = "user";
    private static final String TOKEN = "token";
    private static final String ISSUED = "token-issued";
    private static final String EXPIRES = "token-expires";
    private static final String API_TOKEN = "api-token";
    private static final String ISSUER = "oidc-issuer";
    private static final String CLIENT = "oidc-client-id";
    private static final String REFRESH_TOKEN = "refresh-token";

    static final KnownKeys KEYS = new KnownKeys(Set.of(
            SERVER,
            AUTHORITY,
            INSECURE,
            KUBECONFIG,
            SERVICE,
            NAMESPACE,
            USER,
            TOKEN,
            ISSUED,
            EXPIRES,
            API_TOKEN,
            ISSUER,
            CLIENT,
            REFRESH_TOKEN));

    ContextEntry {
        requireNonNull(place, "place is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(content, "content is null");
    }

    SavedContext read() {
        return new SavedContext(
                target(),
                new Tls(text(AUTHORITY).map(folder::resolve), flag(INSECURE)),
                text(NAMESPACE),
                text(USER),
                credentials());
    }

    /** Returns the keys of a context; those of this entry that it does not know stay as they are. */
    Map<String, Object> write(SavedContext context) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (context.target() instanceof Target.PortForward forward) {
            keys.put(KUBECONFIG, forward.kubeconfig().toString());
            keys.put(SERVICE, forward.service());
        } else {
            keys.put(SERVER, context.target().text());
        }
        context.tls().certificateAuthority().ifPresent(file -> keys.put(AUTHORITY, file.toString()));
        if (context.tls().insecure()) {
            keys.put(INSECURE, true);
        }
        context.namespace().ifPresent(namespace -> keys.put(NAMESPACE, namespace));
        context.user().ifPresent(user -> keys.put(USER, user));
        write(context.credentials(), keys);
        content.forEach((key, value) -> {
            if (!KEYS.names().contains(String.valueOf(key))) {
                keys.put(String.valueOf(key), value);
            }
        });
        return keys;
    }

    private static void write(Authentication credentials, Map<String, Object> keys) {
        if (credentials instanceof Authentication.Refreshable session) {
            keys.put(TOKEN, session.token().token());
            keys.put(ISSUED, session.token().issued().toString());
            keys.put(EXPIRES, session.token().expires().toString());
        }
        if (credentials instanceof Authentication.OpenId openId) {
            keys.put(ISSUER, openId.client().issuer().toString());
            keys.put(CLIENT, openId.client().id());
            openId.refreshToken().ifPresent(token -> keys.put(REFRESH_TOKEN, token));
        }
        if (credentials instanceof Authentication.ApiToken api) {
            keys.put(API_TOKEN, api.token());
        }
    }

    private Target target() {
        Optional<String> kubeconfig = text(KUBECONFIG);
        if (kubeconfig.isPresent()) {
            return Target.PortForward.of(folder.resolve(kubeconfig.get()), text(SERVICE));
        }
        String server = text(SERVER)
                .orElseThrow(
                        () -> new CommandException(place + " has neither server nor kubeconfig. Add one of them."));
        return Target.Server.parse(server, place);
    }

    private Authentication credentials() {
        Optional<String> token = text(TOKEN);
        if (token.isPresent()) {
            SessionToken session = new SessionToken(token.get(), time(ISSUED), time(EXPIRES));
            return text(ISSUER)
                    .map(issuer -> OpenIdClient.of(issuer, text(CLIENT).orElse(OpenIdClient.DEFAULT_ID), place))
                    .<Authentication>map(client -> new Authentication.OpenId(client, session, text(REFRESH_TOKEN)))
                    .orElseGet(() -> new Authentication.Session(session));
        }
        return text(API_TOKEN)
                .<Authentication>map(Authentication.ApiToken::new)
                .orElseGet(Authentication.LoggedOut::new);
    }

    private Optional<String> text(String key) {
        Object value = content.get(key);
        if (value instanceof Map || value instanceof Iterable) {
            throw new CommandException(place + ": " + key + " must be a text");
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    private boolean flag(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new CommandException(place + ": " + key + " must be true or false");
        }
        return text.equals("true");
    }

    private Instant time(String key) {
        try {
            return text(key).map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            throw new CommandException(place + ": " + key + " must be a time like 2026-01-31T12:00:00Z", e);
        }
    }
}
