package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description = "Shows the connection that commands use here, and where it is configured.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate context show", "  kubefate context show --context test -o yaml"})
final class ContextShowCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    ContextShowCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Map<String, String> fields = fields(context.connections().chosen());
        context.print(output.format(), fields, () -> table(fields));
    }

    private Map<String, String> fields(Connection connection) {
        Map<String, String> fields = new LinkedHashMap<>();
        connection.context().ifPresent(name -> fields.put("context", name));
        fields.put("server", connection.target().text());
        fields.put("from", connection.address().source());
        if (connection.authentication() instanceof Authentication.Password password) {
            fields.put("user", password.username().value());
            fields.put("credentials", "password from " + password.password().source());
        }
        connection.context().ifPresent(name -> addContext(fields, name));
        if (connection.isOriginal()) {
            context.connections()
                    .contexts()
                    .read()
                    .current()
                    .ifPresent(name -> fields.put("unused", "the current context " + name));
        }
        return fields;
    }

    private void addContext(Map<String, String> fields, String name) {
        ContextRow row =
                ContextRow.of(name, context.connections().contexts().read().get(name), true, context.timestamps());
        fields.put("user", row.user());
        fields.put("credentials", row.credentials());
        fields.put("namespace", row.namespace());
        fields.put("certificates", row.tls());
        fields.values().removeIf(String::isEmpty);
    }

    private static String table(Map<String, String> fields) {
        Table table = new Table();
        fields.forEach(table::row);
        return table.text();
    }
}
