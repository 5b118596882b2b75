package io.kubefate.planning.render;

import io.kubefate.planning.manifest.InvalidManifestException;
import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;

/**
 * Validates the objects that the template of an upgrade step renders: Jobs that the host can watch and whose logs it can read, and claims
 * for what they save.
 */
final class StepRules {

    /** The limit of 63 characters for a label value, which the Job's pods have with its name, less {@code -r} and a number. */
    static final int LONGEST_NAME = 52;

    private StepRules() {}

    /**
     * Validates the objects of a step.
     *
     * @param template the template's name, for messages
     * @param made the rendered objects
     * @throws InvalidManifestException if one of them is not a valid step
     */
    static void check(String template, List<Manifest> made) {
        made.stream().filter(object -> !object.ref().isClaim()).forEach(job -> check(template, job));
    }

    private static void check(String template, Manifest object) {
        if (!object.ref().apiVersion().equals("batch/v1") || !object.kind().equals("Job")) {
            throw new InvalidManifestException(
                    template,
                    "an upgrade step must be a batch/v1 Job or a PersistentVolumeClaim, not " + object.ref() + " of "
                            + object.ref().apiVersion());
        }
        if (object.ref().name().length() > LONGEST_NAME) {
            throw new InvalidManifestException(
                    template,
                    object.ref() + ": the name of a step must have at most " + LONGEST_NAME
                            + " characters, because the number of the revision is added");
        }
        // Kubernetes removes the pod of a Job that failed with OnFailure, and with it the log.
        Map<String, Object> pod = Manifest.map(Manifest.map(object.spec(), "template"), "spec");
        if (!"Never".equals(pod.get("restartPolicy"))) {
            throw new InvalidManifestException(
                    template, object.ref() + ": a step must have restartPolicy: Never, so that its log is kept");
        }
        if (object.spec().containsKey("ttlSecondsAfterFinished")) {
            throw new InvalidManifestException(
                    template,
                    object.ref()
                            + ": a step must not set ttlSecondsAfterFinished; the host deletes the Job after it stores the log");
        }
    }
}
