package io.kubefate.cli.command.cluster;

import picocli.CommandLine.Option;

/** What may happen to data: the options of everything that changes a cluster. */
final class ChangeOptions {

    @Option(
            names = "--recreate",
            description =
                    "Delete and make again what cannot be changed in place, even a volume claim: its data are lost.")
    private boolean recreate;

    @Option(names = "--purge", description = "Delete volume claims that are used no more, with their data.")
    private boolean purge;

    /** {@return whether to replace; null if not, so that nothing is sent that was not asked for} */
    Boolean recreate() {
        return recreate ? true : null;
    }

    /** {@return whether to purge; null if not} */
    Boolean purge() {
        return purge ? true : null;
    }
}
