package io.kubefate.server.service.access;

import io.kubefate.server.kubernetes.access.PodContainer;

/** The format of log lines, as in KubeFATE: prefixed with pod and container if there are several. */
record LogText(boolean prefixed) {

    /** Returns a line with its line end. */
    String line(PodContainer container, String text) {
        String prefix = prefixed ? "[" + container.pod() + " " + container.name() + "] " : "";
        return prefix + text + "\n";
    }

    /** Returns a line about a log that is not part of it. */
    String note(PodContainer container, String text) {
        return line(container, "kubefate: " + text);
    }
}
