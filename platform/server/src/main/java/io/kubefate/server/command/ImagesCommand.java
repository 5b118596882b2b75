package io.kubefate.server.command;

import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.server.service.spec.AcceptedSpec;
import java.io.PrintStream;

/** {@code images -f cluster.yaml}: prints every image once, one on a line, so that they can be mirrored. */
public final class ImagesCommand extends OfflineCommand {

    /**
     * The command.
     *
     * @param out for images
     * @param err for problems and warnings
     */
    public ImagesCommand(PrintStream out, PrintStream err) {
        super("images", "Prints the images of a cluster.yaml", out, err);
    }

    @Override
    String text(AcceptedSpec checked) {
        return String.join(
                "",
                ClusterImages.of(checked.objects()).names().stream()
                        .map(image -> image + "\n")
                        .toList());
    }
}
