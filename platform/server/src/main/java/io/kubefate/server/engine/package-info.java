/**
 * From a cluster.yaml to the wanted objects ({@link io.kubefate.server.engine.Planner}), to the plan that brings Kubernetes there
 * ({@link io.kubefate.server.engine.Plan}), to the job that carries it out. The first two only compute.
 */
package io.kubefate.server.engine;
