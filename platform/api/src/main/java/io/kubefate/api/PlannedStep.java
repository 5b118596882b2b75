package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A Kubernetes Job that an upgrade runs before it applies anything, for example a migration of the database.
 *
 * @param name the name of the Job, without the number of the revision
 * @param images the images that it pulls
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedStep(String name, List<String> images) {}
