package io.kubefate.cli.command;

import picocli.CommandLine.Command;

/** Shows the namespaces of the Kubernetes that the service works on. A group; its commands are added where the command line is put together. */
@Command(
        name = "namespace",
        description = "Shows the namespaces of the Kubernetes that the service works on.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate namespace list")
public final class NamespaceCommand {}
