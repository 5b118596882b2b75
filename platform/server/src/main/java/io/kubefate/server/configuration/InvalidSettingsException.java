package io.kubefate.server.configuration;

import io.dropwizard.configuration.ConfigurationException;
import java.util.List;

/** Some settings are wrong. The message has one line for each of them. */
public final class InvalidSettingsException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(String file, List<String> problems) {
        super(file, problems);
    }
}
