package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPage;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        description = {
            "Prints the address of a web page of a cluster, such as fateboard or notebook.",
            "Without an Ingress, or with --forward, it makes the page reachable on this machine until Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster open 27e37a60-fffb-4031-a76f-990b2ff43cf2 fateboard",
            "  kubefate cluster open 27e37a60-fffb-4031-a76f-990b2ff43cf2 notebook --forward --port 20000"
        })
final class ClusterOpenCommand implements Runnable {

    private static final int BACKLOG = 50;
    private static final byte[] LOCALHOST = {127, 0, 0, 1};

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Parameters(index = "1", paramLabel = "PAGE", description = "The page: the name of its Service, or a module.")
    private String name;

    @Option(names = "--forward", description = "Forward a port even if there is an Ingress, which may not be served.")
    private boolean forward;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port on this machine, and forward to it; else any that is free.")
    private int port;

    ClusterOpenCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ClusterPage page = find(context.client().access().pages(uuid));
        if (!page.urls().isEmpty() && !forward && port == 0) {
            page.urls().forEach(context.out()::println);
            return;
        }
        try (ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(LOCALHOST))) {
            context.out().println("http://127.0.0.1:" + server.getLocalPort());
            context.out().flush();
            context.err().println("forwarding to " + page.name() + " until Ctrl-C");
            while (true) {
                serve(server.accept(), page);
            }
        } catch (IOException e) {
            throw new CommandException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    private void serve(Socket browser, ClusterPage page) {
        PortForward connection = new PortForward(
                browser, () -> context.client().access().forward(uuid, page.name()), context.err()::println);
        Thread thread = new Thread(connection, "connection");
        thread.setDaemon(true);
        thread.start();
    }

    private ClusterPage find(List<ClusterPage> pages) {
        return pages.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .or(() -> pages.stream()
                        .filter(page -> page.module().equals(name))
                        .findFirst())
                .orElseThrow(() -> new CommandException("the cluster has no page " + name + "; it has "
                        + pages.stream().map(ClusterPage::name).toList()));
    }
}
