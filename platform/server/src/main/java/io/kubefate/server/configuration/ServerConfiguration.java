package io.kubefate.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The whole of {@code conf/kubefate.yaml}. Environment variables are put in before it is read, see {@link Variables}. */
public class ServerConfiguration extends Configuration {

    @Valid
    @NotNull
    private final DatabaseConfiguration database;

    @Valid
    @NotNull
    private final UserConfiguration user;

    @Valid
    @NotNull
    private final TokenConfiguration token;

    @Valid
    @NotNull
    private final JobConfiguration jobs;

    @NotNull
    private final KubernetesMode kubernetes;

    @NotNull
    private final String plugins;

    /**
     * A configuration; each part has its own defaults.
     *
     * @param database where clusters and jobs are kept
     * @param user who may log in
     * @param token how long and by which key
     * @param jobs how many and how long
     * @param kubernetes which Kubernetes
     * @param plugins the folder with the plugins
     */
    public ServerConfiguration(
            @JsonProperty("database") DatabaseConfiguration database,
            @JsonProperty("user") UserConfiguration user,
            @JsonProperty("token") TokenConfiguration token,
            @JsonProperty("jobs") JobConfiguration jobs,
            @JsonProperty("kubernetes") KubernetesMode kubernetes,
            @JsonProperty("plugins") String plugins) {
        this.database = database;
        this.user = user;
        this.token = token;
        this.jobs = jobs == null ? JobConfiguration.DEFAULT : jobs;
        this.kubernetes = kubernetes == null ? KubernetesMode.auto : kubernetes;
        this.plugins = plugins;
    }

    /** {@return where clusters and jobs are kept} */
    public DatabaseConfiguration database() {
        return database;
    }

    /** {@return who may log in} */
    public UserConfiguration user() {
        return user;
    }

    /** {@return how tokens are made} */
    public TokenConfiguration token() {
        return token;
    }

    /** {@return how jobs are carried out} */
    public JobConfiguration jobs() {
        return jobs;
    }

    /** {@return which Kubernetes} */
    public KubernetesMode kubernetes() {
        return kubernetes;
    }

    /** {@return the folder with the plugins} */
    public String plugins() {
        return plugins;
    }
}
