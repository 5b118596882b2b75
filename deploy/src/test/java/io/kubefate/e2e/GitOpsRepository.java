package io.kubefate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A Git repository of one cluster with the files of the GitOps examples, and what Argo CD and Flux do with it. */
final class GitOpsRepository {

    private static final Path EXAMPLES = Home.folder().resolve("examples/gitops");
    private static final String CLUSTER = "clusters/fate-exchange.yaml";

    private final Path folder;

    private GitOpsRepository(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates the files, with the image that the nodes have.
     *
     * @param cluster the name and namespace of the cluster
     */
    static GitOpsRepository create(Path folder, String cluster) throws IOException {
        Files.createDirectories(folder.resolve(CLUSTER).getParent());
        Files.copy(EXAMPLES.resolve("kustomization.yaml"), folder.resolve("kustomization.yaml"));
        Files.writeString(
                folder.resolve("apply.yaml"),
                Files.readString(EXAMPLES.resolve("apply.yaml"))
                        .replaceAll(
                                "image: \\S*kubefate:.*",
                                "image: " + ServiceImage.service().orElseThrow()));
        Files.writeString(
                folder.resolve(CLUSTER),
                Files.readString(EXAMPLES.resolve(CLUSTER))
                        .replace("fate-exchange", cluster)
                        .replaceAll("(?m)^ +(type|nodePort):.*\n", ""));
        return new GitOpsRepository(folder);
    }

    /** Adds a line to the file of the cluster. */
    void commit(String line) throws IOException {
        Files.writeString(folder.resolve(CLUSTER), "\n" + line + "\n", StandardOpenOption.APPEND);
    }

    /** Renders the files, replaces the Job, waits until it has completed, and returns its log. */
    String synchronize(Kubectl kubectl) {
        kubectl.run("delete", "job", "kubefate-apply", "--ignore-not-found");
        kubectl.run("apply", "--kustomize", folder.toString()).succeeded();
        Command.Result completed =
                kubectl.run("wait", "--for=condition=complete", "job/kubefate-apply", "--timeout=280s");
        Command.Result log = kubectl.run("logs", "job/kubefate-apply");
        if (completed.exitCode() != 0) {
            throw new AssertionError(List.of(completed, log));
        }
        return log.out() + log.err();
    }
}
