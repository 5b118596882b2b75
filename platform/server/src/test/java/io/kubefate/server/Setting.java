package io.kubefate.server;

/**
 * A setting of a {@link TestServer} that differs from the shipped configuration.
 *
 * @param key its path, for example {@code requests.maxStreams}
 * @param value as it is written in YAML
 */
public record Setting(String key, String value) {}
