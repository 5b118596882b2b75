package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which live objects cover the desired one. */
class CoverageTest {

    @Test
    void whatKubernetesAddsDoesNotMatter() {
        assertThat(covers(Map.of("a", 1, "defaulted", true, "list", List.of(Map.of("x", 1, "y", 2))), Map.of("a", 1)))
                .isTrue();
        assertThat(covers(Map.of("list", List.of(Map.of("x", 1, "y", 2))), Map.of("list", List.of(Map.of("x", 1)))))
                .isTrue();
    }

    @Test
    void aFieldThatIsMissingOrAnotherDoes() {
        assertThat(covers(Map.of(), Map.of("a", 1))).isFalse();
        assertThat(covers(Map.of("a", 2), Map.of("a", 1))).isFalse();
        assertThat(covers(Map.of("a", Map.of("b", 1)), Map.of("a", Map.of("b", 2))))
                .isFalse();
    }

    @Test
    void aListMustHaveTheSameItemsInTheSameOrder() {
        assertThat(covers(Map.of("args", List.of("a", "b")), Map.of("args", List.of("b", "a"))))
                .isFalse();
        assertThat(covers(Map.of("args", List.of("a", "b")), Map.of("args", List.of("a"))))
                .isFalse();
    }

    @Test
    void anEmptyValueIsThereWhenItIsAbsent() {
        assertThat(covers(Map.of(), Map.of("labels", Map.of(), "args", List.of())))
                .isTrue();
    }

    @Test
    void aNumberAndItsTextAreOneValue() {
        assertThat(covers(Map.of("port", "80"), Map.of("port", 80))).isTrue();
    }

    @Test
    void theTextsOfASecretAreComparedAsTheApiServerKeepsThem() {
        Manifest wanted = new Manifest(Map.of("kind", "Secret", "stringData", Map.of("password", "s3cret")));

        assertThat(Coverage.covers(
                        new Manifest(Map.of("kind", "Secret", "data", Map.of("password", "czNjcmV0"))), wanted))
                .isTrue();
        assertThat(Coverage.covers(
                        new Manifest(Map.of("kind", "Secret", "data", Map.of("password", "b3RoZXI="))), wanted))
                .isFalse();
    }

    @Test
    void whichRevisionAppliedItLastDoesNotMatter() {
        Manifest live = new Manifest(Map.of("metadata", Map.of("annotations", Map.of(Ownership.REVISION, "1"))));
        Manifest wanted = new Manifest(Map.of("metadata", Map.of("annotations", Map.of(Ownership.REVISION, "2"))));

        assertThat(Coverage.covers(live, wanted)).isTrue();
    }

    private static boolean covers(Map<String, Object> live, Map<String, Object> wanted) {
        return Coverage.covers(new Manifest(Map.of("spec", live)), new Manifest(Map.of("spec", wanted)));
    }
}
