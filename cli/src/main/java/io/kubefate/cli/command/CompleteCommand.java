package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.completion.Completion;
import io.kubefate.cli.completion.LiveNames;
import io.kubefate.cli.completion.NameCache;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the completion scripts of shells run. */
@Command(name = "__complete", hidden = true, description = "Prints what can follow in a command line.")
public final class CompleteCommand implements Runnable {

    /** Longer, and the shell seems to hang. */
    private static final int TIME_LIMIT_SECONDS = 3;

    private final CommandContext context;
    private final Function<List<String>, CommandLine> commands;

    @Parameters(arity = "0..*", paramLabel = "WORD")
    private List<String> words = List.of();

    /**
     * The command.
     *
     * @param commands returns the commands that a command line needs
     */
    public CompleteCommand(CommandContext context, Function<List<String>, CommandLine> commands) {
        this.context = requireNonNull(context, "context is null");
        this.commands = requireNonNull(commands, "commands is null");
    }

    /** Prints nothing if it fails: an error message would end up in the user's command line. */
    @Override
    public void run() {
        CompletableFuture<List<String>> candidates = new CompletableFuture<>();
        Thread worker = new Thread(() -> complete(candidates), "completion");
        worker.setDaemon(true);
        worker.start();
        try {
            candidates.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS).forEach(context.out()::println);
        } catch (TimeoutException | ExecutionException e) {
            context.out().flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete(CompletableFuture<List<String>> candidates) {
        NameCache cache = new NameCache(context.environment().home().resolve(".kubefate/completion"));
        try {
            CommandLine known = commands.apply(words);
            candidates.complete(
                    new Completion(known.getCommandSpec(), new LiveNames(context::with, cache)).complete(words));
        } catch (RuntimeException e) {
            candidates.completeExceptionally(e);
        }
    }
}
