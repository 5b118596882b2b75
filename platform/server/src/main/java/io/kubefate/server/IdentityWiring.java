package io.kubefate.server;

import io.kubefate.server.configuration.JwtConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.configuration.UserConfiguration;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.IdentityProvider;
import io.kubefate.server.http.security.Login;
import io.kubefate.server.http.security.Logins;
import io.kubefate.server.http.security.OidcLogin;
import io.kubefate.server.http.security.SigningKey;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.service.identity.AccessControl;
import io.kubefate.server.service.identity.Administrators;
import io.kubefate.server.service.identity.GrantService;
import io.kubefate.server.service.identity.IdentityServices;
import io.kubefate.server.service.identity.Passwords;
import io.kubefate.server.service.identity.ResourceNamespaces;
import io.kubefate.server.service.identity.TokenService;
import io.kubefate.server.service.identity.UserService;
import io.kubefate.server.store.ClusterNamespaces;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.SecretStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Jdbi;

/** Creates the first administrator and the services for users, permissions and tokens. */
record IdentityWiring(IdentityServices services, Logins logins, Authentication authentication) {

    /** Other replicas notice a change within this time. */
    private static final Duration ACCESS_INTERVAL = Duration.ofSeconds(2);

    /** Anybody can send tokens with unknown keys. */
    private static final Duration KEY_INTERVAL = Duration.ofSeconds(10);

    static IdentityWiring of(ServerConfiguration configuration, Jdbi jdbi, Clock clock, ManagedResources resources) {
        IdentityStore store = new IdentityStore(jdbi);
        Passwords passwords = new Passwords(clock);
        UserConfiguration first = configuration.user();
        new Administrators(store, passwords, clock).create(first.username(), first.password(), first.passwordHash());
        AccessControl access = resources.keep(new AccessControl(store, clock, ACCESS_INTERVAL), AccessControl::start);
        ClusterNamespaces clusters = new ClusterNamespaces(jdbi);
        ResourceNamespaces namespaces =
                new ResourceNamespaces(clusters::ofCluster, clusters::ofClusters, clusters::ofJob);
        JwtConfiguration jwt = configuration.jwt();
        SecretKey key = key(jwt, new SecretStore(jdbi), clock);
        Duration maxSession = jwt.maxSession().toJavaDuration();
        Optional<IdentityProvider> provider = IdentityProvider.of(configuration.oidc(), KEY_INTERVAL);
        return new IdentityWiring(
                new IdentityServices(
                        access,
                        new UserService(store, access, passwords, clock),
                        new GrantService(store, access, clock),
                        new TokenService(store, access, clock),
                        namespaces),
                new Logins(
                        new Login(access, passwords, first.username()),
                        provider.map(issuer -> new OidcLogin(issuer, key, maxSession, clock))),
                new Authentication(
                        new Tokens(key, jwt.lifetime().toJavaDuration(), maxSession, clock), provider, access));
    }

    private static SecretKey key(JwtConfiguration jwt, SecretStore secrets, Clock clock) {
        return SigningKey.find(jwt, proposal -> secrets.findOrCreate(SecretStore.TOKEN_KEY, proposal, clock.instant()));
    }
}
