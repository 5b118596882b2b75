package io.kubefate.server.http;

import io.kubefate.server.http.body.Flag;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads boolean parameters of resource methods, after {@link FlagRules} has refused invalid ones. */
final class FlagConverter implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // T is boolean
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == boolean.class ? (ParamConverter<T>) new Converter() : null; // JAX-RS: no converter for it
    }

    private static final class Converter implements ParamConverter<Boolean> {

        @Override
        public Boolean fromString(@Nullable String value) {
            return value != null && Flag.isTrue(value);
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
