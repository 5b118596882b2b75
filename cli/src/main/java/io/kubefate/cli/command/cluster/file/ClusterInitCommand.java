package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.file.ExampleFile;
import io.kubefate.cli.file.ExampleFile.Route;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = {
            "Writes a cluster.yaml with comments, from the example of a release.",
            "On a terminal, the command asks for what no option specifies."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster init",
            "  kubefate cluster init --party-id 9999 --party 10000=192.168.10.1:30101 -f party-9999.yaml",
            "  kubefate cluster init --chart fate --engine spark --name fate-9999 --registry registry.example.com/fate"
        })
final class ClusterInitCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file to write; - for the output. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("cluster.yaml");

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    @Option(names = "--chart", paramLabel = "CHART", description = "The chart, for example fate.")
    private Optional<String> chart = Optional.empty();

    @Option(names = "--chart-version", paramLabel = "VERSION", description = "Its version, for example v1.5.0.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", description = "Its engine, for example eggroll or spark.")
    private Optional<String> engine = Optional.empty();

    @Option(names = "--party-id", paramLabel = "ID", description = "The ID of the party.")
    private Optional<String> party = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the cluster.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The namespace. Default: the name of the cluster.")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--registry", paramLabel = "REGISTRY", description = "The registry of all images.")
    private Optional<String> registry = Optional.empty();

    @Option(names = "--exchange", paramLabel = "IP:PORT", description = "The exchange that leads to the other parties.")
    private Optional<String> exchange = Optional.empty();

    @Option(names = "--party", paramLabel = "ID=IP:PORT", description = "The address of another party. Repeatable.")
    private List<String> parties = List.of();

    ClusterInitCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        boolean toOutput = file.toString().equals("-");
        Path path = context.resolve(file);
        if (!toOutput && !force && Files.exists(path)) {
            throw exists();
        }
        Chart release = release();
        String text = fill(new ExampleFile(release.values())).text();
        if (toOutput) {
            context.print(text);
            return;
        }
        write(path, text);
        context.print("Wrote " + file + " for " + ReleaseChoice.text(release)
                + ". Check the routes to other parties, then run: kubefate cluster validate -f " + file + "\n");
    }

    private Chart release() {
        List<Chart> charts = context.client().charts().list();
        List<Chart> found = new ReleaseChoice(chart, version, engine).of(charts);
        int chosen = new Questions(context)
                .choose("Release", found.stream().map(ReleaseChoice::text).toList());
        return found.get(chosen);
    }

    private ExampleFile fill(ExampleFile example) {
        Questions questions = new Questions(context);
        String id = questions.ask("Party ID", party, example.value("partyId").orElse(""));
        if (!id.matches("\\d+")) {
            throw new CommandException("invalid party ID \"" + id + "\": use digits");
        }
        ExampleFile ofParty = example.withParty(id);
        String cluster = questions.ask("Name", name, ofParty.value("name").orElse(""));
        String space = questions.ask("Namespace", namespace, cluster);
        String images = questions.ask("Registry of the images, empty for Docker Hub", registry, "");
        ExampleFile named = ofParty.with("name", cluster).with("namespace", space);
        return routes(images.isEmpty() ? named : named.with("registry", images));
    }

    /** An exchange leads to all parties without an address of their own; those of the example are not parties of this user. */
    private ExampleFile routes(ExampleFile filled) {
        List<Route> others =
                parties.stream().map(text -> Route.parse(text, true, "--party")).toList();
        ExampleFile direct = others.isEmpty() ? filled : filled.withParties(others);
        return exchange.map(text -> Route.parse(text, false, "--exchange"))
                .map(route -> (others.isEmpty() ? direct.withoutParties() : direct).withExchange(route))
                .orElse(direct);
    }

    /** The service takes time to answer, in which somebody else may have written the file. */
    private void write(Path path, String text) {
        OpenOption[] options = force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Files.writeString(path, text, options);
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw new CommandException("cannot write " + path + ": " + e, e);
        }
    }

    private CommandException exists() {
        return new CommandException(file + " exists already. Use --force to overwrite it, or -f for another file.");
    }
}
