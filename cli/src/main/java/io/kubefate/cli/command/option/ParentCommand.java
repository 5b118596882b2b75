package io.kubefate.cli.command.option;

import java.util.List;
import java.util.Optional;

/** A command that has commands, for example {@code kubefate cluster}. It creates only those that somebody asks for. */
public interface ParentCommand {

    /** {@return the names of its commands, without aliases, in the order of the help} */
    List<String> names();

    /** {@return a new object that is annotated as a command; empty if there is none with this name or alias} */
    Optional<Object> find(String name);
}
