package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageTest {

    @Test
    void aClaimIsMadeForPersistentData() {
        assertThat(storage(Map.of()).toModel(true))
                .containsEntry("createClaim", true)
                .containsEntry("claim", "mysql-data");
    }

    @Test
    void anExistingClaimIsUsedAndNotMade() {
        assertThat(storage(Map.of("existingClaim", "kept")).toModel(true))
                .containsEntry("createClaim", false)
                .containsEntry("claim", "kept");
    }

    @Test
    void nothingIsClaimedForDataThatMayBeLost() {
        assertThat(storage(Map.of("existingClaim", "kept")).toModel(false))
                .containsEntry("persistent", false)
                .containsEntry("createClaim", false);
    }

    @Test
    void aHyphenMeansTheEmptyClass() {
        assertThat(storage(Map.of("storageClass", "-")).toModel(true)).containsEntry("storageClass", "");
    }

    @Test
    void noClassMeansTheDefaultClassOfKubernetes() {
        assertThat(storage(Map.of("storageClass", "")).toModel(true)).doesNotContainKey("storageClass");
    }

    private static Storage storage(Map<String, Object> settings) {
        Map<String, Object> complete = new HashMap<>(Map.of("accessMode", "ReadWriteOnce", "size", "1Gi"));
        complete.putAll(settings);
        return Storage.of("mysql", new ClusterSpec(complete));
    }
}
