package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.LoggingFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** Everything that can be set, in the sections of {@code kubefate.yaml}. A section that is left out has its defaults. */
public class ServerConfiguration extends Configuration {

    private @Valid @NotNull DatabaseConfiguration database = DatabaseConfiguration.embedded("data/kubefate");
    private @Valid @NotNull UserConfiguration user = new UserConfiguration(null, null, Optional.empty());
    private @Valid @NotNull JwtConfiguration jwt = new JwtConfiguration(Optional.empty(), null);
    private @Valid @NotNull PluginsConfiguration plugins =
            new PluginsConfiguration(null, null, null, null, Optional.empty());
    private @Valid @NotNull KubernetesConfiguration kubernetes = new KubernetesConfiguration(null);
    private @Valid @NotNull JobsConfiguration jobs = new JobsConfiguration(null, null, null);
    private @Valid @NotNull RegistriesConfiguration registries = new RegistriesConfiguration(null);

    /** Has the defaults of every section. */
    public ServerConfiguration() {
        withoutDefaultMappers(getServerFactory());
    }

    /** {@return where clusters and jobs are kept} */
    @JsonProperty("database")
    public DatabaseConfiguration database() {
        return database;
    }

    /** {@return who may log in} */
    @JsonProperty("user")
    public UserConfiguration user() {
        return user;
    }

    /** {@return how tokens are signed} */
    @JsonProperty("jwt")
    public JwtConfiguration jwt() {
        return jwt;
    }

    /** {@return where plugins come from and which are accepted} */
    @JsonProperty("plugins")
    public PluginsConfiguration plugins() {
        return plugins;
    }

    /** {@return which Kubernetes is worked on} */
    @JsonProperty("kubernetes")
    public KubernetesConfiguration kubernetes() {
        return kubernetes;
    }

    /** {@return how jobs are carried out} */
    @JsonProperty("jobs")
    public JobsConfiguration jobs() {
        return jobs;
    }

    /** {@return how registries of images are asked} */
    @JsonProperty("registries")
    public RegistriesConfiguration registries() {
        return registries;
    }

    /** Sets {@link #database()}. */
    @JsonProperty("database")
    void setDatabase(DatabaseConfiguration database) {
        this.database = database;
    }

    /** Sets {@link #user()}. */
    @JsonProperty("user")
    void setUser(UserConfiguration user) {
        this.user = user;
    }

    /** Sets {@link #jwt()}. */
    @JsonProperty("jwt")
    void setJwt(JwtConfiguration jwt) {
        this.jwt = jwt;
    }

    /** Sets {@link #plugins()}. */
    @JsonProperty("plugins")
    void setPlugins(PluginsConfiguration plugins) {
        this.plugins = plugins;
    }

    /** Sets {@link #kubernetes()}. */
    @JsonProperty("kubernetes")
    void setKubernetes(KubernetesConfiguration kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** Sets {@link #jobs()}. */
    @JsonProperty("jobs")
    void setJobs(JobsConfiguration jobs) {
        this.jobs = jobs;
    }

    /** Sets {@link #registries()}. */
    @JsonProperty("registries")
    void setRegistries(RegistriesConfiguration registries) {
        this.registries = registries;
    }

    /** One mapper of ours turns every failure into an answer, so Dropwizard's must not be there beside it. */
    @Override
    public void setServerFactory(ServerFactory factory) {
        super.setServerFactory(withoutDefaultMappers(requireNonNull(factory, "factory is null")));
    }

    /** Understands the level names of the earlier KubeFATE, too. */
    @Override
    public synchronized void setLoggingFactory(LoggingFactory factory) {
        if (factory instanceof DefaultLoggingFactory levels) {
            levels.setLevel(LogLevels.logback(levels.getLevel()));
        }
        super.setLoggingFactory(factory);
    }

    private static ServerFactory withoutDefaultMappers(ServerFactory factory) {
        if (factory instanceof AbstractServerFactory server) {
            server.setRegisterDefaultExceptionMappers(false);
        }
        return factory;
    }
}
