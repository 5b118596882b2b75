package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPage;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        description = {
            "Prints the URL of a web page of a cluster, such as fateboard or notebook.",
            "Without an Ingress, or with --forward, forwards a local port to the page until Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster open fate-9999 fateboard",
            "  kubefate cluster open fate-9999 notebook --forward --port 20000"
        })
final class ClusterOpenCommand implements Runnable {

    private static final int BACKLOG = 50;
    private static final byte[] LOCALHOST = {127, 0, 0, 1};

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Parameters(index = "1", paramLabel = "PAGE", description = "The name of the page's Service or module.")
    private String page;

    @Option(
            names = "--forward",
            description = "Forward a port even if there is an Ingress, for example if no ingress controller serves it.")
    private boolean forward;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The local port; implies --forward. Default: any free port.")
    private int port;

    ClusterOpenCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        UUID uuid = cluster.uuid(context);
        ClusterPage found = find(context.client().pods().pages(uuid));
        if (!found.urls().isEmpty() && !forward && port == 0) {
            found.urls().forEach(context.out()::println);
            return;
        }
        listen(uuid, found);
    }

    private void listen(UUID uuid, ClusterPage target) {
        try (ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(LOCALHOST))) {
            context.print("http://127.0.0.1:" + server.getLocalPort() + System.lineSeparator());
            context.err().println("forwarding to " + target.name() + "; press Ctrl-C to stop");
            while (true) {
                forward(server.accept(), uuid, target);
            }
        } catch (IOException e) {
            throw new CommandException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    private void forward(Socket browser, UUID uuid, ClusterPage target) {
        PortForward connection = new PortForward(
                browser, () -> context.client().pods().forward(uuid, target.name()), context.err()::println);
        Thread thread = new Thread(connection, "connection");
        thread.setDaemon(true);
        thread.start();
    }

    private ClusterPage find(List<ClusterPage> pages) {
        return pages.stream()
                .filter(candidate -> candidate.name().equals(page))
                .findFirst()
                .or(() -> pages.stream()
                        .filter(candidate -> candidate.module().equals(page))
                        .findFirst())
                .orElseThrow(() -> new CommandException("the cluster has no page " + page + "; it has "
                        + pages.stream().map(ClusterPage::name).toList()));
    }
}
