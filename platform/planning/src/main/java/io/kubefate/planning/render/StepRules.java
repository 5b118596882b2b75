package io.kubefate.planning.render;

import io.kubefate.planning.manifest.InvalidManifestException;
import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Map;

/** What the template of an upgrade's step may make: Jobs that the host can wait for and whose logs it can read. */
final class StepRules {

    /** Kubernetes' 63 characters for a label's value, in which a Job's pods carry its name, less {@code -r} and a number. */
    static final int LONGEST_NAME = 52;

    private StepRules() {}

    /**
     * Checks what a template made.
     *
     * @param template who made it, for messages
     * @param made the objects
     * @throws InvalidManifestException if there is none, or one is no step
     */
    static void check(String template, List<Manifest> made) {
        if (made.isEmpty()) {
            throw new InvalidManifestException(
                    template, "a step of an upgrade makes at least one Job, this made nothing");
        }
        made.forEach(object -> check(template, object));
    }

    private static void check(String template, Manifest object) {
        if (!object.ref().apiVersion().equals("batch/v1") || !object.kind().equals("Job")) {
            throw new InvalidManifestException(
                    template,
                    "a step of an upgrade is a batch/v1 Job, not " + object.ref() + " of "
                            + object.ref().apiVersion());
        }
        if (object.ref().name().length() > LONGEST_NAME) {
            throw new InvalidManifestException(
                    template,
                    object.ref() + ": the name of a step has at most " + LONGEST_NAME
                            + " characters, because the number of the revision is added");
        }
        // Kubernetes removes the pod of a Job that failed with OnFailure, and with it the log.
        Map<String, Object> pod = Manifest.map(Manifest.map(object.spec(), "template"), "spec");
        if (!"Never".equals(pod.get("restartPolicy"))) {
            throw new InvalidManifestException(
                    template, object.ref() + ": a step has restartPolicy: Never, so that its log can be kept");
        }
        if (object.spec().containsKey("ttlSecondsAfterFinished")) {
            throw new InvalidManifestException(
                    template,
                    object.ref()
                            + ": a step has no ttlSecondsAfterFinished, the host removes its Job when the log is kept");
        }
    }
}
