package io.kubefate.server.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.dropwizard.jackson.AnnotationSensitivePropertyNamingStrategy;
import io.dropwizard.jackson.FuzzyEnumModule;
import io.dropwizard.jackson.Jackson;

/** How the service maps settings and the records of the REST API to YAML and JSON. */
public final class JsonMapping {

    private JsonMapping() {}

    /**
     * Returns a mapper as {@link Jackson#newObjectMapper()}, without Blackbird: that generates a class for each property of each type, which
     * costs more than it saves for settings that are read once and records that are small.
     */
    public static ObjectMapper mapper() {
        return Jackson.newMinimalObjectMapper()
                .registerModule(new FuzzyEnumModule())
                .registerModule(new ParameterNamesModule())
                .registerModule(new Jdk8Module())
                .registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(new AnnotationSensitivePropertyNamingStrategy());
    }
}
