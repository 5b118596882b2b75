package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator installs the service as the original KubeFATE is installed: with two files and kubectl. */
class ManifestsE2e {

    private static final String PASSWORD = "admin";

    @TempDir
    Path folder;

    private final Kubectl kubectl = new Kubectl("kube-fate");
    private final Kubectl cluster = new Kubectl("manifests-e2e");
    private boolean installed;

    @BeforeEach
    void requireAnImage() {
        assumeTrue(System.getenv("KUBECONFIG") != null, "needs a Kubernetes: set KUBECONFIG");
        assumeTrue(ServiceImage.isKnown(), ServiceImage.MISSING);
        boolean isFree = kubectl.run("get", "namespace", "kube-fate").exitCode() != 0;
        assumeTrue(isFree, "the namespace kube-fate exists");
        installed = true;
    }

    @AfterEach
    void uninstall() {
        if (installed) {
            cluster.run("delete", "namespace", "manifests-e2e", "--ignore-not-found", "--wait=false");
            kubectl.run(
                    "delete",
                    "--ignore-not-found",
                    "--filename",
                    Helm.CHART.resolveSibling("rbac-config.yaml").toString());
        }
    }

    @Test
    void theCommandsOfTheOriginalInstallTheService() throws IOException {
        succeeds(kubectl.run("apply", "-f", manifest("rbac-config.yaml")));
        WritableClaim.create(kubectl, folder, "data-kubefate-mariadb-0");
        succeeds(kubectl.run("label", "namespace", "kube-fate", "pod-security.kubernetes.io/enforce=restricted"));
        succeeds(kubectl.run("apply", "-f", manifest("kubefate.yaml")));
        succeeds(kubectl.run("create", "namespace", "manifests-e2e"));

        Command.Result ready = kubectl.run("rollout", "status", "deployment/kubefate", "--timeout=280s");
        assertThat(ready.exitCode())
                .as(() -> ready + "\n" + kubectl.run("describe", "pods") + kubectl.run("logs", "deploy/kubefate"))
                .isZero();
        assertThat(kubectl.secret("kubefate-generated", "mariadbPassword")).hasSize(44);
        try (ForwardedService service = new ForwardedService(kubectl, "kubefate", PASSWORD)) {
            assertThat(succeeds(service.kubefate("version"))).contains("published sample password");
            installsWithGitOps(service);
            assertRestorable(backup());
            succeeds(service.kubefate("cluster", "delete", "manifests-e2e", "--wait"));
        }
        succeeds(kubectl.run("apply", "-f", manifest("rbac-config.yaml"), "-f", manifest("kubefate.yaml")));
    }

    private void installsWithGitOps(ForwardedService service) throws IOException {
        succeeds(service.kubefate("user", "create", "pipeline", "--generate-password"));
        succeeds(service.kubefate(
                "permission", "grant", "--user", "pipeline", "--role", "operator", "--namespace", "manifests-e2e"));
        String token = service.kubefate("token", "create", "gitops", "--user", "pipeline")
                .out()
                .strip();
        succeeds(kubectl.run("create", "secret", "generic", "kubefate-token", "--from-literal=token=" + token));
        GitOpsRepository repository = GitOpsRepository.create(folder.resolve("gitops"), "manifests-e2e");

        assertThat(repository.synchronize(kubectl)).containsPattern("manifests-e2e/manifests-e2e\\s+installed");
        repository.commit("pullPolicy: Never");
        assertThat(repository.synchronize(kubectl)).containsPattern("manifests-e2e/manifests-e2e\\s+updated");
    }

    /** {@return a backup that the pod of the service writes, as the guide says} */
    private Path backup() {
        String inPod = "kubefate-server backup /tmp/kubefate.zip >&2 && cat /tmp/kubefate.zip && rm /tmp/kubefate.zip";
        succeeds(Command.run(
                Map.of(),
                folder,
                List.of(
                        "sh",
                        "-c",
                        "kubectl --namespace kube-fate exec deployment/kubefate -- sh -c '" + inPod
                                + "' >kubefate.zip")));
        return folder.resolve("kubefate.zip");
    }

    /** Restores it to an embedded database outside Kubernetes, with the key from Kubernetes, and lets a service use that. */
    private void assertRestorable(Path backup) throws IOException {
        Path key = Files.writeString(
                folder.resolve("encryption.key"), kubectl.secret("kubefate-generated", "encryptionKey"));
        Map<String, String> settings = Map.of(
                "KUBEFATE_DATA", folder.resolve("data").toString(), "KUBEFATE_ENCRYPTION_KEY_FILE", key.toString());
        assertThat(succeeds(Command.run(
                        settings, folder, List.of(Home.program("kubefate-server"), "restore", backup.toString()))))
                .contains("clusters: 1");

        try (Service restored = new Service(folder, settings)) {
            Map<String, String> user = new HashMap<>(restored.clientEnvironment());
            user.put("FATECLOUD_USER_USERNAME", "admin");
            user.put("FATECLOUD_USER_PASSWORD", PASSWORD);
            assertThat(succeeds(Command.run(
                            user, folder, List.of(Home.program("kubefate"), "cluster", "describe", "manifests-e2e"))))
                    .contains("Running", "none (observed");
        }
    }

    /** {@return a manifest with the images that the nodes have} */
    private String manifest(String name) throws IOException {
        String text = Files.readString(Helm.CHART.resolveSibling(name))
                .replaceAll(
                        "image: \\S*kubefate:.*",
                        "image: " + ServiceImage.service().orElseThrow())
                .replaceAll(
                        "image: \\S*mariadb:.*",
                        "image: " + ServiceImage.mariadb().orElseThrow());
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String succeeds(Command.Result result) {
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out() + result.err();
    }
}
