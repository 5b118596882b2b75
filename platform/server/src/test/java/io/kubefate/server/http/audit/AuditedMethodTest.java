package io.kubefate.server.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.http.resource.RootResource;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verbs are a part of the API: they do not change when a method or path is renamed. */
class AuditedMethodTest {

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeHasAVerb(Method method) {
        assertThat(method.isAnnotationPresent(Audited.class) ^ method.isAnnotationPresent(ReadOnly.class))
                .as("%s has either @Audited or @ReadOnly", method)
                .isTrue();
    }

    static List<Method> changes() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        RootResource.class.getResource("RootResource.class").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Resource.class"))
                    .flatMap(name -> Arrays.stream(resource(name).getDeclaredMethods()))
                    .filter(AuditedMethodTest::isChange)
                    .toList();
        }
    }

    private static boolean isChange(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(http -> http != null && !http.value().equals("GET"));
    }

    private static Class<?> resource(String file) {
        try {
            return Class.forName(RootResource.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
