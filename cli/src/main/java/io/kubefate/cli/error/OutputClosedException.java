package io.kubefate.cli.error;

/** Nobody reads the output any more, as after {@code | head -1}. The command ends without a message, like others that get SIGPIPE. */
public final class OutputClosedException extends CommandException {

    /** That of a program that the signal ends. */
    public static final int EXIT_CODE = 141;

    private static final long serialVersionUID = 1L;

    public OutputClosedException(Throwable cause) {
        super("the output is closed", cause);
    }
}
