package io.kubefate.cli.command.option;

import java.util.List;

/** A command that has commands, for example {@code kubefate cluster}. */
public interface ParentCommand {

    /** {@return new objects, each annotated as a command} */
    List<Object> subcommands();
}
