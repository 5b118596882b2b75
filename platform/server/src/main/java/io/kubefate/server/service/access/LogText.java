package io.kubefate.server.service.access;

import io.kubefate.server.kubernetes.access.PodContainer;

/**
 * How lines are shown, as the earlier KubeFATE did: with pod and container before them where there are several.
 *
 * @param prefixed whether they stand before a line
 */
record LogText(boolean prefixed) {

    /** {@return a line with its end} */
    String line(PodContainer container, String text) {
        String prefix = prefixed ? "[" + container.pod() + " " + container.name() + "] " : "";
        return prefix + text + "\n";
    }

    /** {@return a line that says something about a log and is none of it} */
    String note(PodContainer container, String text) {
        return line(container, "kubefate: " + text);
    }
}
