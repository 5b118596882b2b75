package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kubefate cluster images}. */
@Command(
        name = "images",
        description = {
            "Lists every image that a cluster.yaml uses, so that they can be mirrored.",
            "Elsewhere than on a terminal, each image is one plain line."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster images -f cluster.yaml | xargs -n1 docker pull",
            "  kubefate cluster images -f cluster.yaml --check",
            "  kubefate cluster images -f cluster.yaml -o json"
        })
public final class ClusterImagesCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml.")
    private Path file;

    @ArgGroup(exclusive = false)
    private Check check;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Print as ${COMPLETION-CANDIDATES}; default table on a terminal and with --check.")
    private OutputFormat format;

    /** Together, because a login is of no use without a check. */
    private static final class Check {

        @Option(
                names = "--check",
                required = true,
                description = "Let the service ask the registries for each image; exit code 1 if one is not there.")
        private boolean wanted;

        @Option(
                names = "--docker-config",
                paramLabel = "FILE",
                description = {
                    "Let the service use logins of this file, for example ~/.docker/config.json, beside the pull",
                    "secrets: those of the registries in question, for this request alone."
                })
        private Path dockerConfig;
    }

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterImagesCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster = ClusterFile.read(resolve(file));
        Reply<List<ClusterImage>> reply = session.client().images(args(cluster), isCheck());
        session.warn(reply.warnings());
        List<ClusterImage> images = Optional.ofNullable(reply.data()).orElse(List.of());
        print(images);
        boolean ready = images.stream().allMatch(image -> "present".equals(image.status()));
        return !isCheck() || ready ? 0 : 1;
    }

    private void print(List<ClusterImage> images) {
        if (format == null && !isCheck() && !session.terminal().interactive()) {
            images.forEach(image -> session.out().print(image.image() + "\n"));
            session.out().flush();
            return;
        }
        session.print(
                Optional.ofNullable(format).orElse(OutputFormat.TABLE), images, () -> ImageTable.of(images, isCheck()));
    }

    private ImagesArgs args(ClusterFile cluster) {
        ImagesArgs args = args(cluster, null);
        if (!isCheck() || check.dockerConfig == null) {
            return args;
        }
        DockerLogins logins = DockerLogins.read(resolve(check.dockerConfig));
        return args(cluster, logins.of(registries(args)));
    }

    /** Asked first, so that no other registry's login leaves this machine. */
    private List<String> registries(ImagesArgs args) {
        return session.client().images(args, false).data().stream()
                .map(ClusterImage::registry)
                .distinct()
                .toList();
    }

    private static ImagesArgs args(ClusterFile cluster, String dockerConfig) {
        return new ImagesArgs(
                cluster.name(),
                cluster.namespace(),
                cluster.chartName(),
                cluster.chartVersion(),
                cluster.data(),
                dockerConfig);
    }

    private boolean isCheck() {
        return check != null && check.wanted;
    }

    private Path resolve(Path path) {
        return session.environment().workingDirectory().resolve(path);
    }
}
