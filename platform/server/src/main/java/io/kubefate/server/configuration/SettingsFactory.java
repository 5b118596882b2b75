package io.kubefate.server.configuration;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationParsingException;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.YamlConfigurationFactory;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the service, with environment variables, and reports everything that is wrong with them at once. */
public final class SettingsFactory extends YamlConfigurationFactory<ServerConfiguration> {

    private final EnvironmentSubstitutor substitutor;

    /**
     * Creates a factory.
     *
     * @param environment returns the value of a variable, or null; {@code System::getenv} in production
     * @param prefix of the system properties that override settings
     */
    public SettingsFactory(
            Validator validator, ObjectMapper mapper, String prefix, UnaryOperator<@Nullable String> environment) {
        super(ServerConfiguration.class, validator, strict(mapper), prefix);
        this.substitutor = new EnvironmentSubstitutor(environment);
    }

    /** Reads on without each wrong value, to find the next one. */
    @Override
    protected ServerConfiguration build(JsonNode node, String path) throws IOException, ConfigurationException {
        SettingsFile file = new SettingsFile(node, substitutor::replace);
        List<String> problems = new ArrayList<>();
        boolean unread = true;
        while (unread) {
            try {
                ServerConfiguration settings = super.build(file.values(), path);
                if (problems.isEmpty()) {
                    return settings;
                }
                unread = false;
            } catch (ConfigurationParsingException e) {
                unread = e.getCause() instanceof JsonMappingException cause && isOmitted(cause, file, problems);
                if (problems.isEmpty()) {
                    throw e;
                }
            } catch (ConfigurationValidationException e) {
                e.getConstraintViolations().stream()
                        .map(violation ->
                                file.describe(violation.getPropertyPath().toString(), violation.getMessage()))
                        .sorted()
                        .forEach(problems::add);
                unread = false;
            }
        }
        throw new InvalidSettingsException(path, problems);
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static boolean isOmitted(JsonMappingException failure, SettingsFile file, List<String> problems) {
        UnreadableSetting setting = new UnreadableSetting(failure);
        String problem = file.describe(setting.path(), setting.problem());
        if (problems.contains(problem)) {
            return false;
        }
        problems.add(problem);
        return file.remove(setting.path());
    }
}
