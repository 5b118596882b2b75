package io.kubefate.server.service.image;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.SpecProblem;
import java.util.List;

/**
 * The images of a cluster.
 *
 * @param images each once, by name
 * @param warnings what is doubtful in the cluster.yaml, and which logins could not be read
 */
public record ImageList(List<ClusterImage> images, List<SpecProblem> warnings) {}
