package io.kubefate.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.kubefate.server.http.resource.ChartResource;
import io.kubefate.server.http.resource.CheckResource;
import io.kubefate.server.http.resource.ClusterResource;
import io.kubefate.server.http.resource.DriftResource;
import io.kubefate.server.http.resource.EventResource;
import io.kubefate.server.http.resource.ExecResource;
import io.kubefate.server.http.resource.ForwardResource;
import io.kubefate.server.http.resource.ImageResource;
import io.kubefate.server.http.resource.JobResource;
import io.kubefate.server.http.resource.LogResource;
import io.kubefate.server.http.resource.NamespaceResource;
import io.kubefate.server.http.resource.PageResource;
import io.kubefate.server.http.resource.PlanResource;
import io.kubefate.server.http.resource.PluginResource;
import io.kubefate.server.http.resource.RevisionResource;
import io.kubefate.server.http.resource.RootResource;
import io.kubefate.server.http.resource.UserResource;
import io.kubefate.server.http.resource.VersionResource;
import io.kubefate.server.http.security.TokenFeature;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.Sockets;
import io.kubefate.server.http.stream.Streams;
import io.kubefate.server.service.access.ClusterAccess;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;

/** Registers the REST API. */
public final class Api {

    /** Shorter than the 60 s after which proxies usually close a silent connection. */
    private static final Duration PULSE = Duration.ofSeconds(20);

    private Api() {}

    /**
     * Registers all resources, the token check and the error mapper.
     *
     * @param version the version of the service, for example {@code v3.0.0}
     */
    public static void register(Environment environment, Services services, String version) {
        ObjectMapper json = environment.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new FailureMapper(json));
        jersey.register(new TokenFeature(services.tokens()));
        jersey.register(new AuthValueFactoryProvider.Binder<>(User.class));
        jersey.register(new ExistingClients());
        jersey.register(new MaskedAnswers(services.masking(), json));
        jersey.register(new RootResource());
        jersey.register(new UserResource(services.login(), services.tokens()));
        jersey.register(new ClusterResource(services.clusters(), services.provisioning()));
        jersey.register(new PlanResource(services.provisioning()));
        jersey.register(new RevisionResource(services.revisions(), services.rollbacks()));
        jersey.register(new DriftResource(services.drifts()));
        jersey.register(new CheckResource(services.checks()));
        jersey.register(new ImageResource(services.images()));
        jersey.register(new JobResource(services.jobs(), services.access().executor()));
        jersey.register(new ChartResource(services.charts(), services.plugins()));
        jersey.register(new PluginResource(services.plugins()));
        jersey.register(new NamespaceResource(services.namespaces()));
        jersey.register(new VersionResource(version, services.namespaces()::kubernetes, services.login()::warning));
        registerAccess(environment, services.access());
    }

    private static void registerAccess(Environment environment, ClusterAccess access) {
        JettyWebSocketServletContainerInitializer.configure(environment.getApplicationContext(), null);
        ScheduledExecutorService scheduler = environment
                .lifecycle()
                .scheduledExecutorService("socket-pulse", true)
                .build();
        Sockets sockets = new Sockets(scheduler, PULSE);
        environment.jersey().register(new LogResource(access.logs(), sockets));
        Streams streams = new Streams(access.executor());
        environment.lifecycle().addEventListener(streams);
        environment.jersey().register(new EventResource(access.events(), streams, PULSE));
        environment.jersey().register(new ExecResource(access.exec(), sockets));
        environment.jersey().register(new PageResource(access.pages()));
        environment.jersey().register(new ForwardResource(access.pages(), sockets));
    }
}
