package io.kubefate.cli.command;

import picocli.CommandLine.Command;

/** Collects what helps to find a fault. A group; its commands are added where the command line is put together. */
@Command(
        name = "supportbundle",
        description = "Collects what helps to find a fault into one zip, without passwords.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate supportbundle collect")
public final class SupportBundleCommand {}
