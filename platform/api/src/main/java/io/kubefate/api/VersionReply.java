package io.kubefate.api;

/**
 * The answer of the version endpoint, which has no {@code data}.
 *
 * @param msg always {@code getVersion Success}
 * @param version the service's version, for example {@code v3.0.0}
 */
public record VersionReply(String msg, String version) {}
