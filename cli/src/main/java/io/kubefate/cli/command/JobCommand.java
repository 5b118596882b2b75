package io.kubefate.cli.command;

import picocli.CommandLine.Command;

/** Shows, follows, stops and removes the jobs that work on clusters. A group; its commands are added where the command line is put together. */
@Command(
        name = "job",
        description = "Shows, follows, stops and removes the jobs that work on clusters.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job list",
            "  kubefate job describe fe846176-0787-4879-9d27-622692ce181c --watch",
            "  kubefate job wait fe846176-0787-4879-9d27-622692ce181c --timeout 10m"
        })
public final class JobCommand {}
