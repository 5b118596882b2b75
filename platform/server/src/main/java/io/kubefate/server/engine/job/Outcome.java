package io.kubefate.server.engine.job;

import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.JobStatus;

/**
 * How a job ends.
 *
 * @param job the job's last status
 * @param cluster the cluster's status from then on
 */
record Outcome(JobStatus job, ClusterStatus cluster) {}
