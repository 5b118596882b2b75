package io.kubefate.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives methods of test classes the service that all classes in this JVM share. It ends with the JVM's last test. */
final class SharedServiceResolver extends TypeBasedParameterResolver<SharedService> {

    @Override
    public SharedService resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.create(SharedService.class))
                .computeIfAbsent(SharedService.class);
    }
}
