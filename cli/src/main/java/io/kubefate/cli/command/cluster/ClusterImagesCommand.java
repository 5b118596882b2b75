package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Reply;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.command.option.OutputFormatConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.file.ClusterFile;
import io.kubefate.cli.file.DockerLogins;
import io.kubefate.cli.view.ImageView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "images",
        description = {
            "Lists the images of cluster.yaml files, for example to mirror them.",
            "Prints one image per line if the output is not a terminal."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster images -f cluster.yaml | xargs -n1 docker pull",
            "  kubefate cluster images -f parties/ --recursive --check",
            "  kubefate cluster images -f cluster.yaml -o json"
        })
final class ClusterImagesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption file;

    @ArgGroup(exclusive = false)
    private RegistryCheck check = new RegistryCheck();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = OutputFormatConverter.class,
            completionCandidates = OutputFormatConverter.class,
            description =
                    "Output format: table, wide, name, json, yaml or jsonpath=TEMPLATE. Default: table on a terminal and"
                            + " with --check, else name.")
    private Optional<OutputFormat> format;

    /** A group, because a login without a check has no effect. */
    private static final class RegistryCheck {

        @Option(
                names = "--check",
                required = true,
                description = "Check that the registries have the images. The exit code is 1 if an image is missing.")
        private boolean enabled;

        @Option(
                names = "--docker-config",
                paramLabel = "FILE",
                description = {
                    "Use the logins of this file, for example ~/.docker/config.json, in addition to the pull secrets.",
                    "Only the logins of the images' registries are sent, for this request only."
                })
        private Optional<Path> dockerConfig = Optional.empty();
    }

    ClusterImagesCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        List<ClusterImage> images = ImageView.merge(file.read(context).stream()
                .flatMap(cluster -> images(cluster).stream())
                .toList());
        print(images);
        boolean present = images.stream().allMatch(image -> ImageStatus.of(image) == ImageStatus.PRESENT);
        return !check.enabled || present ? 0 : 1;
    }

    private List<ClusterImage> images(ClusterRequest cluster) {
        Reply<List<ClusterImage>> reply =
                cluster.reply(() -> context.client().clusters().images(args(cluster.file()), check.enabled));
        return Optional.ofNullable(reply.data()).orElse(List.of());
    }

    private void print(List<ClusterImage> images) {
        context.print(
                format.orElseGet(this::defaultFormat),
                images,
                check.enabled ? ImageView.checked(images) : ImageView.list(images));
    }

    private OutputFormat defaultFormat() {
        boolean table = check.enabled || context.terminal().interactive();
        return table ? OutputFormat.TABLE : OutputFormat.of("name");
    }

    private ImagesArgs args(ClusterFile cluster) {
        Optional<String> logins = check.dockerConfig
                .map(context::resolve)
                .map(DockerLogins::read)
                .map(docker -> docker.of(registries(cluster)));
        return args(cluster, logins);
    }

    /** A request of its own, so that the logins of other registries are not sent. */
    private List<String> registries(ClusterFile cluster) {
        return context.client().clusters().images(args(cluster, Optional.empty()), false).result().stream()
                .map(ClusterImage::registry)
                .distinct()
                .toList();
    }

    private static ImagesArgs args(ClusterFile cluster, Optional<String> dockerConfig) {
        return new ImagesArgs(
                cluster.name(),
                cluster.namespace(),
                cluster.chartName(),
                cluster.chartVersion(),
                cluster.data(),
                dockerConfig.orElse(null));
    }
}
