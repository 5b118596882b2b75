package io.kubefate.cli.command.supportbundle;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "supportbundle",
        description = "Collects data for troubleshooting into a zip, with passwords masked.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate supportbundle collect")
public final class SupportBundleCommand implements ParentCommand {

    private final CommandContext context;

    public SupportBundleCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("collect", "pack");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "collect" -> Optional.of(new SupportBundleCollectCommand(context));
            case "pack" -> Optional.of(new SupportBundlePackCommand());
            default -> Optional.empty();
        };
    }
}
