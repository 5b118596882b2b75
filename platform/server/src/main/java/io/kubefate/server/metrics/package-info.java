/** The metrics of the service in the format of Prometheus. All labels have few, fixed values. */
@NullMarked
package io.kubefate.server.metrics;

import org.jspecify.annotations.NullMarked;
