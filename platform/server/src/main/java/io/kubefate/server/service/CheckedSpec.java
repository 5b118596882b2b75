package io.kubefate.server.service;

import io.kubefate.api.SpecProblem;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;

/**
 * A cluster.yaml without errors, and what comes of it.
 *
 * @param text as the client sent it
 * @param spec its content
 * @param key the release that serves it
 * @param plugin id and version of the plugin
 * @param objects the wanted objects, not marked yet, in the order of application
 * @param warnings what is doubtful in it
 */
public record CheckedSpec(
        String text,
        ClusterSpec spec,
        ReleaseKey key,
        String plugin,
        List<Manifest> objects,
        List<SpecProblem> warnings) {}
