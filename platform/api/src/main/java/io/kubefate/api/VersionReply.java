package io.kubefate.api;

/**
 * The reply with the version, which has no {@code data}.
 *
 * @param msg always {@code getVersion Success}
 * @param version the version of the service, for example {@code v3.0.0}
 */
public record VersionReply(String msg, String version) {}
