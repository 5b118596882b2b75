package io.kubefate.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.MutableServletContextHandler;
import io.kubefate.server.http.audit.ArrivalHandler;
import io.kubefate.server.http.audit.AuditFeature;
import io.kubefate.server.http.audit.LogContextHandler;
import io.kubefate.server.http.body.BodyHandler;
import io.kubefate.server.http.body.Lanes;
import io.kubefate.server.http.body.Pace;
import io.kubefate.server.http.console.ConsoleFiles;
import io.kubefate.server.http.console.ConsoleHandler;
import io.kubefate.server.http.description.OpenApiResource;
import io.kubefate.server.http.description.SwaggerResource;
import io.kubefate.server.http.resource.AdoptionResource;
import io.kubefate.server.http.resource.AuditResource;
import io.kubefate.server.http.resource.ChartResource;
import io.kubefate.server.http.resource.CheckResource;
import io.kubefate.server.http.resource.ClusterResource;
import io.kubefate.server.http.resource.DiagnosisResource;
import io.kubefate.server.http.resource.DriftResource;
import io.kubefate.server.http.resource.EventResource;
import io.kubefate.server.http.resource.ExecResource;
import io.kubefate.server.http.resource.FederationResource;
import io.kubefate.server.http.resource.ForwardResource;
import io.kubefate.server.http.resource.ImageResource;
import io.kubefate.server.http.resource.JobResource;
import io.kubefate.server.http.resource.LogResource;
import io.kubefate.server.http.resource.NamespaceResource;
import io.kubefate.server.http.resource.PageResource;
import io.kubefate.server.http.resource.PlanResource;
import io.kubefate.server.http.resource.PluginResource;
import io.kubefate.server.http.resource.RestartResource;
import io.kubefate.server.http.resource.RevisionResource;
import io.kubefate.server.http.resource.RootResource;
import io.kubefate.server.http.resource.VersionResource;
import io.kubefate.server.http.resource.identity.BrowserSessionResource;
import io.kubefate.server.http.resource.identity.OidcSessionResource;
import io.kubefate.server.http.resource.identity.OidcSessions;
import io.kubefate.server.http.resource.identity.PasswordLogin;
import io.kubefate.server.http.resource.identity.PermissionResource;
import io.kubefate.server.http.resource.identity.SessionResource;
import io.kubefate.server.http.resource.identity.TokenResource;
import io.kubefate.server.http.resource.identity.UserResource;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.ClientAddress;
import io.kubefate.server.http.security.ClientScheme;
import io.kubefate.server.http.security.FailedLogins;
import io.kubefate.server.http.security.SecurityFeature;
import io.kubefate.server.http.security.SessionCookie;
import io.kubefate.server.http.security.TokenCheck;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.Sockets;
import io.kubefate.server.http.stream.StreamMasks;
import io.kubefate.server.http.stream.StreamSlots;
import io.kubefate.server.http.stream.Streams;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.identity.AccessControl;
import io.kubefate.server.service.identity.IdentityServices;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.glassfish.jersey.server.ServerProperties;

/** Registers the REST API. */
public final class Api {

    /** Shorter than the 60 s after which proxies usually close a silent connection. */
    private static final Duration PULSE = Duration.ofSeconds(20);

    /** The time before the rate of a body counts. */
    private static final Duration BODY_GRACE = Duration.ofSeconds(5);

    private Api() {}

    /**
     * Registers all resources, the token check and the error mapper.
     *
     * @param version the version of the service, for example {@code v3.0.0}
     */
    public static void register(Environment environment, Services services, String version) {
        ObjectMapper json = environment.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        registerRules(environment, services, json);
        RequestLimits limits = services.limits();
        StreamSlots slots = new StreamSlots(limits.maxStreams(), limits.maxStreamsPerUser());
        environment.metrics().registerGauge("kubefate_streams", slots::count);
        AccessControl access = services.identity().access();
        access.onRead(current -> slots.revoke(current, access.now()));
        StreamMasks masks =
                new StreamMasks(services.masking(), access, services.identity().namespaces(), json);
        JerseyEnvironment jersey = environment.jersey();
        jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true); // behind a proxy
        registerFilters(jersey, services, json);
        jersey.register(new RootResource());
        jersey.register(new OpenApiResource());
        jersey.register(new SwaggerResource());
        registerUsers(environment, services);
        registerClusters(jersey, services);
        jersey.register(new ImageResource(services.images()));
        jersey.register(new JobResource(services.jobs(), services.access().executor(), slots, masks));
        jersey.register(new ChartResource(services.charts(), services.plugins()));
        jersey.register(new PluginResource(services.plugins()));
        jersey.register(new AuditResource(services.audit()));
        jersey.register(new NamespaceResource(services.namespaces()));
        jersey.register(new DiagnosisResource(services.diagnosis()));
        jersey.register(new VersionResource(
                version, services.namespaces()::kubernetes, services.logins().password()::warning));
        registerAccess(environment, services, slots, masks);
    }

    private static void registerFilters(JerseyEnvironment jersey, Services services, ObjectMapper json) {
        FailureMapper failures = new FailureMapper(json);
        jersey.register(failures);
        jersey.register(new SecurityFeature(
                services.authentication(), services.identity().namespaces()));
        jersey.register(new AuditFeature(services.audit()));
        jersey.register(new AuthValueFactoryProvider.Binder<>(User.class));
        jersey.register(new StorageGuard(services.limits().storageProblem()));
        jersey.register(new EntityTags());
        jersey.register(new ExistingClients());
        jersey.register(
                new MaskedAnswers(services.masking(), services.identity().namespaces(), json, failures));
        jersey.register(new ListedJobs(json));
        jersey.register(new FlagRules());
        jersey.register(new FlagConverter());
    }

    private static void registerClusters(JerseyEnvironment jersey, Services services) {
        jersey.register(new ClusterResource(services.clusters(), services.provisioning()));
        jersey.register(new AdoptionResource(services.adoptions()));
        jersey.register(new PlanResource(services.provisioning()));
        jersey.register(new RevisionResource(services.revisions(), services.rollbacks()));
        jersey.register(new DriftResource(services.drifts()));
        jersey.register(new CheckResource(services.checks()));
        jersey.register(new RestartResource(services.restarts()));
        jersey.register(new FederationResource(services.federation()));
    }

    private static void registerRules(Environment environment, Services services, ObjectMapper json) {
        RequestLimits limits = services.limits();
        Pace pace = new Pace(BODY_GRACE, limits.minBodyRate(), limits.bodyTimeLimit());
        Lanes lanes =
                new Lanes(new TokenCheck(services.authentication()), limits.maxBodies(), pace, limits.maxUpload());
        JsonErrors errors = new JsonErrors(json);
        HeaderDeadline deadline = new HeaderDeadline(limits.headerTimeLimit());
        MutableServletContextHandler context = environment.getApplicationContext();
        context.insertHandler(new ConsoleHandler(new ConsoleFiles(Api.class.getClassLoader())));
        context.insertHandler(new LogContextHandler());
        context.insertHandler(new BodyHandler(lanes, new ReadOnlyRequests()));
        context.insertHandler(new ResponseHandler(deadline));
        context.insertHandler(new RetryHandler());
        context.insertHandler(new PathHandler());
        context.insertHandler(new ArrivalHandler(new ClientAddress(limits.isTrustedProxy())));
        context.setErrorHandler(errors);
        environment.lifecycle().addEventListener(new ServerRules(errors, deadline, limits.maxConnections()));
    }

    private static void registerUsers(Environment environment, Services services) {
        IdentityServices identity = services.identity();
        FailedLogins failures =
                new FailedLogins(Clock.systemUTC(), environment.metrics().meter("kubefate_login_failures")::mark);
        ClientAddress address = new ClientAddress(services.limits().isTrustedProxy());
        ScheduledExecutorService delays = environment
                .lifecycle()
                .scheduledExecutorService("login-delay", true)
                .build();
        JerseyEnvironment jersey = environment.jersey();
        Authentication authentication = services.authentication();
        PasswordLogin login = new PasswordLogin(services.logins().password(), failures, address, delays);
        SessionCookie cookie = new SessionCookie(Clock.systemUTC());
        ClientScheme scheme = new ClientScheme(services.limits().isTrustedProxy());
        Optional<OidcSessions> oidc =
                services.logins().oidc().map(issuer -> new OidcSessions(issuer, authentication, cookie, scheme));
        jersey.register(new SessionResource(login, authentication, identity));
        jersey.register(new BrowserSessionResource(login, authentication, identity, cookie, scheme, oidc));
        jersey.register(new OidcSessionResource(oidc));
        jersey.register(new UserResource(identity.users(), failures, address));
        jersey.register(new PermissionResource(identity.grants()));
        jersey.register(new TokenResource(identity.tokens()));
    }

    private static void registerAccess(
            Environment environment, Services services, StreamSlots slots, StreamMasks masks) {
        ClusterAccess access = services.access();
        JettyWebSocketServletContainerInitializer.configure(environment.getApplicationContext(), null);
        ScheduledExecutorService scheduler = environment
                .lifecycle()
                .scheduledExecutorService("socket-pulse", true)
                .build();
        Sockets sockets = new Sockets(slots, scheduler, PULSE);
        environment.jersey().register(new LogResource(access.logs(), masks, sockets));
        Streams streams = new Streams(access.executor());
        environment.lifecycle().addEventListener(streams);
        environment.jersey().register(new EventResource(access.events(), streams, slots, masks, PULSE));
        environment.jersey().register(new ExecResource(access.exec(), sockets));
        environment.jersey().register(new PageResource(access.pages()));
        environment.jersey().register(new ForwardResource(access.pages(), sockets));
    }
}
