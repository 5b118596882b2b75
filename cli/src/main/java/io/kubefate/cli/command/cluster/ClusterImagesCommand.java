package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Reply;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.view.ImageView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class ClusterImagesCommand implements Callable<Integer> {

    private final CommandContext context;

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

    ClusterImagesCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ClusterFile cluster = ClusterFile.read(resolve(file));
        Reply<List<ClusterImage>> reply = context.client().images(args(cluster), isCheck());
        context.warn(reply.warnings());
        List<ClusterImage> images = Optional.ofNullable(reply.data()).orElse(List.of());
        print(images);
        boolean ready = images.stream().allMatch(image -> "present".equals(image.status()));
        return !isCheck() || ready ? 0 : 1;
    }

    private void print(List<ClusterImage> images) {
        if (format == null && !isCheck() && !context.terminal().interactive()) {
            images.forEach(image -> context.out().print(image.image() + "\n"));
            context.out().flush();
            return;
        }
        context.print(
                Optional.ofNullable(format).orElse(OutputFormat.TABLE), images, () -> ImageView.of(images, isCheck()));
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
        return context.client().images(args, false).data().stream()
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
        return context.environment().workingDirectory().resolve(path);
    }
}
