package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A Kubernetes Job that an upgrade would run before it applies anything, for example a migration of the database.
 *
 * @param name the Job's name, to which the number of the revision is added
 * @param images what it pulls
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedStep(String name, List<String> images) {}
