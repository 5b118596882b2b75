package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.diagnosis.Check;
import io.kubefate.cli.diagnosis.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Checks the connection to the service, and lets the service check itself: address, proxy, DNS, TCP, TLS, HTTP, clock,"
                    + " login, versions, database, Kubernetes, permissions, ingress, plugins and settings.",
            "Exit code: 0 if no check failed, 1 if one failed."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate doctor", "  kubefate doctor --check-namespace fate-9999", "  kubefate doctor -o json"})
public final class DoctorCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--check-namespace",
            paramLabel = "NAME",
            description =
                    "The namespace in which the permissions of the service are checked. Default: ${DEFAULT-VALUE}.")
    private String namespace = "default";

    @Mixin
    private OutputOption output;

    public DoctorCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        boolean table = output.format().isTable();
        List<Check> checks = new Doctor(context, namespace, check -> {
                    if (table) {
                        context.print(line(check));
                    }
                })
                .run();
        if (!table) {
            context.print(output.format(), checks, () -> "");
        }
        return checks.stream().anyMatch(check -> check.status() == Check.Status.FAILED) ? 1 : 0;
    }

    private static String line(Check check) {
        String remedy = check.remedy().isEmpty() ? "" : "         " + check.remedy() + "\n";
        return "%-8s %s: %s%n%s".formatted(check.status(), check.name(), check.message(), remedy);
    }
}
