package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateClaimsTest {

    private static final Manifest REDIS = Manifests.statefulSet(
                    "ns", "redis", Map.of("containers", List.of(Manifests.container("redis", "redis:6"))))
            .withSpec("replicas", 2)
            .withSpec(
                    "volumeClaimTemplates",
                    List.of(Map.of("metadata", Map.of("name", "data")), Map.of("metadata", Map.of("name", "log"))));

    private final TemplateClaims claims = new TemplateClaims(REDIS);

    @Test
    void eachDesiredPodHasAClaimOfEachTemplate() {
        assertThat(claims.names()).containsExactly("data-redis-0", "data-redis-1", "log-redis-0", "log-redis-1");
    }

    @Test
    void ordinalsMayStartAtAnotherNumber() {
        Manifest later = REDIS.withSpec("ordinals", Map.of("start", 5));

        assertThat(new TemplateClaims(later).names()).startsWith("data-redis-5", "data-redis-6");
    }

    @Test
    void podsUseTheirClaims() {
        assertThat(PodTemplate.of(REDIS))
                .hasValueSatisfying(
                        template -> assertThat(template.claims()).containsExactlyElementsOf(claims.names()));
    }

    @Test
    void otherObjectsHaveNone() {
        Manifest deployment = Manifests.deployment("ns", "redis", "redis:6");

        assertThat(TemplateClaims.of(List.of(deployment, REDIS.withSpec("volumeClaimTemplates", List.of()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-redis-0", "log-redis-1", "data-redis-17"})
    void claimsOfEveryOrdinalWereMade(String name) {
        assertThat(claims.made(claim("ns", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data-redis",
                "data-redis-01",
                "data-redis-x",
                "data-redis-old-0",
                "my-data-redis-0",
                "tmp-redis-0"
            })
    void claimsOfOtherNamesWereNot(String name) {
        assertThat(claims.made(claim("ns", name))).isFalse();
    }

    @Test
    void aClaimWithoutTheLabelsOfThePodsWasMadeByHand() {
        Manifest byHand = claim("ns", "data-redis-0").withLabel("app", "");

        assertThat(claims.made(byHand)).isFalse();
    }

    @Test
    void aClaimOfAnotherNamespaceWasNotMade() {
        assertThat(claims.made(claim("other", "data-redis-0"))).isFalse();
    }

    private static Manifest claim(String namespace, String name) {
        return Manifests.claim(namespace, name, "fast").withLabel("app", "redis");
    }
}
