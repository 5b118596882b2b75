package io.kubefate.server.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.kubefate.server.configuration.UserConfiguration;
import io.kubefate.server.service.ChartService;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.JobService;
import io.kubefate.server.service.NamespaceService;

/**
 * Everything that answers under {@code /v1}.
 *
 * @param clusters answers for clusters
 * @param jobs answers for jobs
 * @param charts answers for releases
 * @param namespaces answers for namespaces
 * @param account who may log in
 * @param tokens makes and checks tokens
 * @param version the service's version
 */
public record Api(
        ClusterService clusters,
        JobService jobs,
        ChartService charts,
        NamespaceService namespaces,
        UserConfiguration account,
        Tokens tokens,
        String version) {

    /**
     * Registers resources, token check and error answers.
     *
     * @param jersey where
     * @param json the mapper that reads and writes bodies
     */
    public void register(JerseyEnvironment jersey, ObjectMapper json) {
        jersey.register(new JsonByDefault());
        jersey.register(new TokenFeature(new TokenFilter(tokens)));
        jersey.register(new ErrorMapper(json));
        jersey.register(new RootResource());
        jersey.register(new UserResource(account, tokens));
        jersey.register(new ClusterResource(clusters));
        jersey.register(new JobResource(jobs));
        jersey.register(new ChartResource(charts));
        jersey.register(new NamespaceResource(namespaces));
        jersey.register(new VersionResource(version));
    }

    /**
     * Makes a mapper read what existing clients send, names in any case and fields that we do not know, and write times as text.
     *
     * @param json a mapper that was not used yet
     */
    @SuppressWarnings("deprecation") // the mapper is Dropwizard's, and only a new one has a builder
    public static void lenient(ObjectMapper json) {
        json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES, true);
    }
}
