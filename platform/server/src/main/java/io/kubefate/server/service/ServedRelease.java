package io.kubefate.server.service;

import io.kubefate.server.engine.Release;
import io.kubefate.server.spec.SpecValidator;
import io.kubefate.spi.ReleaseKey;

/**
 * A release that a loaded plugin serves.
 *
 * @param key which one
 * @param release what renders it
 * @param validator checks its cluster.yaml files
 */
public record ServedRelease(ReleaseKey key, Release release, SpecValidator validator) {}
