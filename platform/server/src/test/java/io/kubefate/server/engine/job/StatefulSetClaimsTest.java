package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims that Kubernetes makes from the claim templates of a StatefulSet. */
class StatefulSetClaimsTest extends InstalledClusterScenario {

    @BeforeEach
    void addStatefulSet() {
        bench.ended(bench.update(install, withRedis(2), JobBench.LIMIT));
    }

    @Test
    void aDeleteKeepsAndNamesThem() {
        JobRecord delete = bench.delete(install.clusterUuid(), false);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(claims()).containsExactlyInAnyOrder("data", "data-redis-0", "data-redis-1");
        assertThat(bench.states(delete))
                .contains(
                        "PersistentVolumeClaim/data-redis-0 and its data are kept",
                        "PersistentVolumeClaim/data-redis-1 and its data are kept");
    }

    @Test
    void aPurgeDeletesThemAndNoOthers() {
        kubernetes.apply(Manifests.claim(NAME, "data-redis-2", "fast").withLabel("app", "somebody-else"));

        assertThat(bench.ended(bench.delete(install.clusterUuid(), true)).status())
                .isEqualTo(JobStatus.Success);

        assertThat(claims()).containsExactly("data-redis-2");
    }

    @Test
    void aPurgeAfterAScaleDownDeletesThoseOfEarlierPods() {
        bench.ended(bench.update(install, withRedis(1), JobBench.LIMIT));
        assertThat(claims()).contains("data-redis-1");

        bench.ended(bench.delete(install.clusterUuid(), true));

        assertThat(claims()).isEmpty();
    }

    @Test
    void anUpdateThatScalesDownPurgesThoseOfItsPods() {
        JobRecord update = bench.purge(install, withRedis(1), JobBench.LIMIT);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(claims()).containsExactlyInAnyOrder("data", "data-redis-0");
    }

    @Test
    void theNextClusterOfTheNamePurgesThem() {
        bench.ended(bench.delete(install.clusterUuid(), false));
        JobRecord next = bench.install(withRedis(1), JobBench.Ask.of(NAME));
        bench.ended(next);

        bench.ended(bench.delete(next.clusterUuid(), true));

        assertThat(claims()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10, 12})
    void aPurgeThatDiesIsResumed(int calls) {
        runner.close();
        JobRecord delete = bench.delete(install.clusterUuid(), true);
        bench.dieAfter(calls, kubernetes, delete);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(delete).status()).isEqualTo(JobStatus.Success);
        assertThat(claims()).isEmpty();
    }

    private static List<Manifest> withRedis(int replicas) {
        List<Manifest> objects = new ArrayList<>(JobBench.objects(NAME, "a:1"));
        Manifest redis = Manifests.statefulSet(
                NAME, "redis", Map.of("containers", List.of(Manifests.container("redis", "redis:6"))));
        objects.add(Manifests.withClaimTemplate(redis, "data").withSpec("replicas", replicas));
        return objects;
    }

    private List<String> claims() {
        return kubernetes.select(NAME, "v1", "PersistentVolumeClaim", Map.of()).stream()
                .map(claim -> claim.ref().name())
                .toList();
    }
}
