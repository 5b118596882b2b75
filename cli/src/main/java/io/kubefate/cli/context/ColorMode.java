package io.kubefate.cli.context;

import java.util.Locale;

/** A value of {@code --color}. */
public enum ColorMode {
    /** On a terminal, unless the user turns colors off with {@code NO_COLOR}. */
    AUTO,
    ALWAYS,
    NEVER;

    /** {@return the terminal with colors or without} */
    Terminal apply(Terminal terminal) {
        return this == AUTO ? terminal : new Terminal(terminal.interactive(), this == ALWAYS, terminal.columns());
    }

    /** {@return the name as on the command line} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
