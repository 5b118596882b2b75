package io.kubefate.e2e;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A claim whose volume every user can write. A provisioner of directories on the node, as those for tests are, ignores the group that a
 * pod wants, and leaves the directory to root.
 */
final class WritableClaim {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private WritableClaim() {}

    static void create(Kubectl kubectl, Path folder, String name) {
        kubectl.apply(folder, """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %1$s}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s}
                spec:
                  restartPolicy: Never
                  containers:
                    - name: chmod
                      image: %2$s
                      imagePullPolicy: Never
                      command: [sh, -c, "chmod 777 /volume"]
                      securityContext: {runAsUser: 0}
                      volumeMounts: [{name: volume, mountPath: /volume}]
                  volumes:
                    - name: volume
                      persistentVolumeClaim: {claimName: %1$s}
                """.formatted(name, ServiceImage.service().orElseThrow()));
        Eventually.holds(
                "the volume is writable",
                LIMIT,
                () -> kubectl.run("get", "pod", name, "-o", "jsonpath={.status.phase}")
                        .out()
                        .equals("Succeeded"));
        kubectl.run("delete", "pod", name, "--wait=false");
    }
}
