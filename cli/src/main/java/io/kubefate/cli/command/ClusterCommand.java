package io.kubefate.cli.command;

import picocli.CommandLine.Command;

/** Installs, shows and deletes FATE clusters. A group; its commands are added where the command line is put together. */
@Command(
        name = "cluster",
        description = "Installs, shows and deletes FATE clusters.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster list", "  kubefate cluster install -f cluster.yaml --wait"})
public final class ClusterCommand {}
