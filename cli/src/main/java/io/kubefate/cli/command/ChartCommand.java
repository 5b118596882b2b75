package io.kubefate.cli.command;

import picocli.CommandLine.Command;

/** Shows and changes the FATE releases that can be installed. A group; its commands are added where the command line is put together. */
@Command(
        name = "chart",
        description = "Shows the FATE releases that can be installed, and uploads and deletes them as plugins.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate chart list", "  kubefate chart example fate v1.5.0 > cluster.yaml"})
public final class ChartCommand {}
