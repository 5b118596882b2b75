package io.kubefate.server.command;

import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.server.service.spec.AcceptedSpec;
import java.io.PrintStream;

/** {@code images -f cluster.yaml}: prints each distinct image on a line, so that the images can be mirrored. */
public final class ImagesCommand extends OfflineCommand {

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
