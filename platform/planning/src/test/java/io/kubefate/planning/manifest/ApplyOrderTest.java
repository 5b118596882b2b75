package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is applied before what. */
class ApplyOrderTest {

    @Test
    void whatWorkloadsUseComesBeforeThem() {
        assertThat(ApplyOrder.rank("ConfigMap")).isLessThan(ApplyOrder.rank("Service"));
        assertThat(ApplyOrder.rank("Service")).isLessThan(ApplyOrder.rank("Deployment"));
    }

    @Test
    void unknownKindsComeLast() {
        assertThat(ApplyOrder.rank("VirtualService")).isGreaterThan(ApplyOrder.rank("Ingress"));
    }

    @Test
    void objectsOfOneKindAreAGroup() {
        Manifest settings = object("ConfigMap", "settings");
        Manifest routes = object("ConfigMap", "routes");
        Manifest client = object("Deployment", "client");

        assertThat(ApplyOrder.groups(List.of(settings, routes, client)))
                .containsExactly(List.of(settings, routes), List.of(client));
    }

    @Test
    void groupsKeepTheOrder() {
        Manifest settings = object("ConfigMap", "settings");
        Manifest client = object("Deployment", "client");
        Manifest routes = object("ConfigMap", "routes");

        assertThat(ApplyOrder.groups(List.of(settings, client, routes)))
                .containsExactly(List.of(settings), List.of(client), List.of(routes));
    }

    @Test
    void aGroupHasAtMostEightObjects() {
        List<Manifest> many = IntStream.range(0, 20)
                .mapToObj(number -> object("Secret", "secret-" + number))
                .toList();

        assertThat(ApplyOrder.groups(many)).extracting(List::size).containsExactly(8, 8, 4);
    }

    @Test
    void nothingHasNoGroups() {
        assertThat(ApplyOrder.groups(List.of())).isEmpty();
    }

    private static Manifest object(String kind, String name) {
        return new Manifest(
                Map.of("apiVersion", "v1", "kind", kind, "metadata", Map.of("name", name, "namespace", "fate-9999")));
    }
}
