package io.kubefate.server.service.image;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.SpecProblem;
import java.util.List;

/**
 * The images of a cluster.
 *
 * @param images distinct, by name
 * @param warnings of the cluster.yaml, and about credentials that cannot be read
 */
public record ImageList(List<ClusterImage> images, List<SpecProblem> warnings) {}
