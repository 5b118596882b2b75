package io.kubefate.server.store.step;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.spi.Annotations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code upgrade_step}: a Kubernetes Job that runs before the objects of a revision are applied, or a claim for
 * what such Jobs save.
 *
 * @param clusterUuid the cluster
 * @param revision the revision that it prepares; 0 until that has its number
 * @param number from 1, in the order in which the steps run
 * @param name the Kubernetes Job's name as it was rendered
 * @param manifest the Kubernetes Job as it was rendered, as JSON
 * @param state how far it is
 */
public record StepRecord(
        String clusterUuid,
        int revision,
        int number,
        String name,
        Confidential<String> manifest,
        @Nested StepState state) {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    public StepRecord {
        requireNonNull(clusterUuid, "clusterUuid is null");
        requireNonNull(name, "name is null");
        manifest = manifest.in(ConfidentialColumn.STEP_MANIFEST.cell(clusterUuid, revision, number));
        requireNonNull(state, "state is null");
    }

    /**
     * Returns a step that is being accepted, of no revision yet.
     *
     * @param number from 1
     * @param name the Kubernetes Job's name
     * @param manifest the Kubernetes Job as JSON
     */
    public static StepRecord pending(String clusterUuid, int number, String name, String manifest) {
        return new StepRecord(clusterUuid, 0, number, name, Confidential.of(manifest), StepState.PENDING);
    }

    /** Returns the Kubernetes Job, or the claim for what Jobs save, as it was rendered. */
    public Manifest rendered() {
        return new Manifest(JsonColumn.read(manifest.value(), OBJECT, Map.of()));
    }

    /** Returns whether the step is a claim for what Jobs save. */
    public boolean isClaim() {
        return rendered().ref().isClaim();
    }

    /** Returns the names of the claims that the Kubernetes Job mounts. */
    public List<String> claims() {
        return PodTemplate.of(rendered()).map(PodTemplate::claims).orElse(List.of());
    }

    /** Returns whether the step has saved data that can be restored: see {@link Annotations#RESTORE_ARGUMENT}. */
    public boolean hasSaved() {
        return status() == StepStatus.Succeeded
                && !rendered().annotation(Annotations.RESTORE_ARGUMENT).isEmpty();
    }

    public StepStatus status() {
        return state.status();
    }

    /** Returns the same step after its Kubernetes Job was created. */
    public StepRecord started(Instant at) {
        return with(new StepState(StepStatus.Running, Optional.of(at), Optional.empty(), "", ""));
    }

    /**
     * Returns the same step after its end.
     *
     * @param status Succeeded, Failed or Canceled
     * @param message why it failed
     * @param log the end of what it wrote
     */
    public StepRecord ended(StepStatus status, Instant at, String message, String log) {
        return with(new StepState(status, state.startedAt(), Optional.of(at), message, log));
    }

    public StepRecord withRevision(int given) {
        return new StepRecord(clusterUuid, given, number, name, Confidential.of(manifest.value()), state);
    }

    private StepRecord with(StepState next) {
        return new StepRecord(clusterUuid, revision, number, name, manifest, next);
    }
}
