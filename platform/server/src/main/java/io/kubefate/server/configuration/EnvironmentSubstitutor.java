package io.kubefate.server.configuration;

import java.util.function.UnaryOperator;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookupFactory;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-default}} in a value with environment variables. An empty variable counts as not set.
 * Variables inside values are not replaced.
 */
final class EnvironmentSubstitutor extends StringSubstitutor {

    /**
     * Creates a substitutor.
     *
     * @param environment returns the value of a variable, or null; {@code System::getenv} in production
     */
    EnvironmentSubstitutor(UnaryOperator<@Nullable String> environment) {
        super(StringLookupFactory.INSTANCE.functionStringLookup(name -> value(environment.apply(name))));
        setEnableUndefinedVariableException(false);
        setDisableSubstitutionInValues(true);
    }

    private static @Nullable String value(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
