package io.kubefate.server.configuration;

import java.util.function.UnaryOperator;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookupFactory;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-default}} in a configuration file with environment variables. An empty variable
 * counts as not set. Values are escaped for double quotes, so that a password cannot break or extend the file that quotes it.
 * Variables inside values are not replaced.
 */
public final class EnvironmentSubstitutor extends StringSubstitutor {

    /**
     * Creates a substitutor.
     *
     * @param environment returns the value of a variable, or null; {@code System::getenv} in production
     */
    public EnvironmentSubstitutor(UnaryOperator<String> environment) {
        super(StringLookupFactory.INSTANCE.functionStringLookup(name -> value(environment.apply(name))));
        setEnableUndefinedVariableException(false);
        setDisableSubstitutionInValues(true);
    }

    private static @Nullable String value(@Nullable String value) {
        return value == null || value.isEmpty() ? null : escaped(value);
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(character -> {
            if (character < ' ') {
                escaped.append(String.format("\\x%02x", character));
                return;
            }
            escaped.append(character == '"' || character == '\\' ? "\\" : "").appendCodePoint(character);
        });
        return escaped.toString();
    }
}
