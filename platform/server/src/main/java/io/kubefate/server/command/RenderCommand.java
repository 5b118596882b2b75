package io.kubefate.server.command;

import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.server.service.spec.AcceptedSpec;
import java.io.PrintStream;

/** {@code render -f cluster.yaml}: prints the Kubernetes objects. */
public final class RenderCommand extends OfflineCommand {

    public RenderCommand(PrintStream out, PrintStream err) {
        super("render", "Prints the Kubernetes objects of a cluster.yaml", out, err);
    }

    @Override
    String text(AcceptedSpec checked) {
        return ManifestWriter.yaml(checked.objects());
    }
}
