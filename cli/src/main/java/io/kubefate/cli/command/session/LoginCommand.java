package io.kubefate.cli.command.session;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Credentials;
import io.kubefate.api.CurrentUser;
import io.kubefate.api.LoginReply;
import io.kubefate.cli.client.SessionClient;
import io.kubefate.cli.client.http.HttpAccess;
import io.kubefate.cli.client.http.OpenIdIssuer;
import io.kubefate.cli.command.option.TlsOptions;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.ContextFile;
import io.kubefate.cli.configuration.OpenIdClient;
import io.kubefate.cli.configuration.SavedContext;
import io.kubefate.cli.configuration.SessionToken;
import io.kubefate.cli.configuration.Setting;
import io.kubefate.cli.configuration.Target;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "login",
        description = {
            "Logs in to a service, and saves the address and a token as a context.",
            "The password is not saved. The token expires; commands refresh it as long as they are used.",
            "If the service has an identity provider, the login is there, in a browser of this or another device, unless"
                    + " you specify --username."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate login --server https://kubefate.net",
            "  kubefate login --server http://localhost:8080 --context test --username admin --password-stdin <"
                    + " password.txt",
            "  kubefate login --kubeconfig ~/.kube/config",
            "  kubefate login --server https://kubefate.net --token - < token.txt"
        })
public final class LoginCommand implements Runnable {

    private static final String PROMPT = "the prompt";

    private final CommandContext context;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "The user of the password. Default: the last one, or a prompt.")
    private Optional<String> username = Optional.empty();

    @ArgGroup
    private Secret secret = new Secret();

    @Option(
            names = "--oidc-client-id",
            paramLabel = "ID",
            description = "The public client of the issuer. Default: that of the service, or " + OpenIdClient.DEFAULT_ID
                    + ".")
    private Optional<String> clientId = Optional.empty();

    @Mixin
    private TlsOptions tls;

    private static final class Secret {

        @Option(names = "--password-stdin", description = "Read the password from standard input.")
        private boolean passwordStdin;

        @Option(
                names = "--token",
                paramLabel = "TOKEN",
                description = "Use an API token in place of a password; - reads it from standard input.")
        private Optional<String> token = Optional.empty();

        @Option(
                names = "--oidc-issuer",
                paramLabel = "ISSUER",
                description = "Log in at this OpenID Connect issuer, in place of the one that the service names. The"
                        + " service must accept its tokens.")
        private Optional<String> issuer = Optional.empty();
    }

    public LoginCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ContextFile file = context.connections().contexts().read();
        String name = name(file);
        SavedContext target = target(file.find(name));
        Connection connection = Connection.of(name, target, "this login");
        SavedContext loggedIn = logIn(target, connection);
        context.connections()
                .contexts()
                .update(saved -> saved.with(name, loggedIn).using(name));
        context.print("Logged in to " + target.target().text()
                + loggedIn.user().map(user -> " as " + user).orElse("") + ". The current context is " + name + ".\n");
        if (context.connections().ignoresContexts()) {
            context.warn("config.yaml or a variable FATECLOUD_… takes precedence over the context here. See: kubefate"
                    + " context show");
        }
    }

    /** The context to change: the named one, that of the service, or the current one. */
    private String name(ContextFile file) {
        Optional<Target> target = context.connections().named();
        return context.connections()
                .options()
                .context()
                .or(() -> target.map(named -> nameOf(file, named)))
                .or(file::current)
                .orElseGet(() -> nameOf(file, context.connections().chosen().target()));
    }

    private static String nameOf(ContextFile file, Target target) {
        Optional<String> saved = file.names().stream()
                .filter(name -> file.find(name)
                        .filter(context -> context.target().equals(target))
                        .isPresent())
                .findFirst();
        return saved.orElseGet(() -> target instanceof Target.Server server
                ? server.address().getAuthority().replaceAll("[^A-Za-z0-9._:-]", "")
                : "kubernetes");
    }

    private SavedContext target(Optional<SavedContext> saved) {
        SavedContext found = context.connections()
                .named()
                .map(named -> saved.map(existing -> existing.with(named)).orElseGet(() -> SavedContext.of(named)))
                .or(() -> saved)
                .orElseGet(() -> SavedContext.of(context.connections().chosen().target()));
        return found.with(tls.over(found.tls(), context));
    }

    private SavedContext logIn(SavedContext target, Connection connection) {
        if (secret.token.isPresent()) {
            String given = secret.token.get();
            String token = given.equals("-") ? readLine("the token") : given;
            return target.with(user(token, connection), new Authentication.ApiToken(token));
        }
        Optional<OpenIdClient> client = issuer(target, connection);
        if (client.isEmpty()) {
            return withPassword(target, connection);
        }
        Authentication.OpenId session = atIssuer(client.get(), connection);
        return target.with(user(session.token().token(), connection), session);
    }

    /** The issuer to log in at: the one that the user names, that of the service, or that of the last login. */
    private Optional<OpenIdClient> issuer(SavedContext target, Connection connection) {
        if (secret.issuer.isPresent()) {
            String id = clientId.orElse(OpenIdClient.DEFAULT_ID);
            return Optional.of(OpenIdClient.of(secret.issuer.get(), id, "--oidc-issuer"));
        }
        if (username.isPresent() || secret.passwordStdin) {
            return Optional.empty();
        }
        return context.client(connection)
                .sessions()
                .identityProvider()
                .map(found -> OpenIdClient.of(found.issuer(), clientId.orElse(found.clientId()), "the service"))
                .or(() -> lastIssuer(target));
    }

    private static Optional<OpenIdClient> lastIssuer(SavedContext target) {
        return target.credentials() instanceof Authentication.OpenId last
                ? Optional.of(last.client())
                : Optional.empty();
    }

    private Authentication.OpenId atIssuer(OpenIdClient client, Connection connection) {
        Clock clock = context.environment().clock();
        HttpAccess access = new HttpAccess(context.environment().proxies());
        OpenIdIssuer issuer = new OpenIdIssuer(client, connection.tls(), access, clock);
        return new DeviceLogin(issuer, clock, context::sleep).run(context.err()::println);
    }

    /** Checks a token that the service has not issued, and returns its user. */
    private Optional<String> user(String token, Connection connection) {
        return context.client(connection.as(new Authentication.ApiToken(token)))
                .sessions()
                .user()
                .map(CurrentUser::name);
    }

    private SavedContext withPassword(SavedContext target, Connection connection) {
        Setting user = username.map(name -> new Setting(name, "--username"))
                .orElseGet(() -> askForUser(target.user().orElse("admin")));
        Setting password = secret.passwordStdin
                ? new Setting(readLine("the password"), "standard input")
                : askForPassword(user.value());
        SessionClient sessions = context.client(connection.as(new Authentication.Password(user, password)))
                .sessions();
        Instant now = context.environment().clock().instant();
        LoginReply reply = sessions.login(new Credentials(user.value(), password.value()));
        Optional.ofNullable(reply.warning()).ifPresent(context::warn);
        Instant expires = Optional.ofNullable(reply.expire())
                .map(time -> time.toInstant())
                .orElse(now);
        return target.with(
                Optional.of(user.value()), new Authentication.Session(new SessionToken(reply.token(), now, expires)));
    }

    private Setting askForUser(String last) {
        if (!context.terminal().interactive()) {
            return new Setting(last, "the context");
        }
        context.err().print("User (" + last + "): ");
        context.err().flush();
        String answer = readLine("the user");
        return new Setting(answer.isEmpty() ? last : answer, PROMPT);
    }

    private Setting askForPassword(String user) {
        if (!context.terminal().interactive()) {
            throw new CommandException("a password is required: use --password-stdin, or log in on a terminal");
        }
        context.err().print("Password of " + user + ": ");
        context.err().flush();
        return new Setting(context.terminal().readPassword().orElseGet(() -> readLine("the password")), PROMPT);
    }

    private String readLine(String what) {
        try {
            return Optional.ofNullable(context.environment().streams().in().readLine())
                    .orElseThrow(() -> new CommandException("standard input ends before " + what));
        } catch (IOException e) {
            throw new CommandException("cannot read " + what + " from standard input: " + e.getMessage(), e);
        }
    }
}
