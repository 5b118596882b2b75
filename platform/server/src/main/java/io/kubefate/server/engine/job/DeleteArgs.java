package io.kubefate.server.engine.job;

/**
 * What a delete was asked for.
 *
 * @param purge whether claims, and so their data, go too
 */
public record DeleteArgs(boolean purge) {}
