package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Which commands a command line creates. */
class CommandTreeTest {

    private final RootCommand root = new RootCommand();
    private final CommandContext context =
            new CommandContext(Environment.ofProcess(), root::connection, root::color, "v3.0.0");
    private final CommandTree tree = new CommandTree(root, context);

    @Test
    void onlyTheNamedCommandIsCreated() {
        Map<String, CommandLine> commands =
                tree.named(List.of("--context", "test", "cluster", "ls")).getSubcommands();

        assertThat(commands).containsOnlyKeys("cluster");
        assertThat(commands.get("cluster").getSubcommands()).containsOnlyKeys("list", "ls");
    }

    @Test
    void aGroupHasAllItsCommandsForItsHelp() {
        CommandLine help = tree.named(List.of("cluster", "--help"));

        assertThat(help.getSubcommands().get("cluster").getSubcommands())
                .containsKeys("list", "delete", "logs", "init");
    }

    @Test
    void theProgramHasTheGroupsWithoutTheirCommandsForItsHelp() {
        CommandLine help = tree.named(List.of("--help"));

        assertThat(help.getSubcommands()).containsKeys("cluster", "login");
        assertThat(help.getSubcommands().get("cluster").getSubcommands()).isEmpty();
    }

    @Test
    void aValueThatIsTheNameOfACommandChangesNothing() {
        CommandLine commands = tree.named(List.of("context", "use", "job"));

        assertThat(commands.parseArgs("context", "use", "job")
                        .subcommand()
                        .subcommand()
                        .matchedPositionalValue(0, ""))
                .isEqualTo("job");
    }

    @Test
    void theDescriptionsOfAGroupHaveNoOptions() {
        CommandLine job = tree.named(List.of("--help")).getSubcommands().get("job");

        assertThat(job.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(job.getCommandSpec().findOption("--output")).isNull();
    }

    @Test
    void everyCommandIsFoundByItsNameAndAliases() {
        assertFound(new TopLevel(context, tree));
    }

    private static void assertFound(ParentCommand group) {
        for (String name : group.names()) {
            Object command = group.find(name).orElseThrow();
            Command annotation = command.getClass().getAnnotation(Command.class);
            assertThat(annotation.name()).isEqualTo(name);
            for (String alias : annotation.aliases()) {
                assertThat(group.find(alias)).as(name + " " + alias).containsInstanceOf(command.getClass());
            }
            if (command instanceof ParentCommand subgroup) {
                assertFound(subgroup);
            }
        }
    }
}
