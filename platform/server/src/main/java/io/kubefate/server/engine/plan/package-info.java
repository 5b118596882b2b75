/**
 * What is to be done so that Kubernetes has the wanted objects, and what of it a person wants to know before. Only {@link
 * io.kubefate.server.engine.plan.Look} asks Kubernetes; the rest computes.
 */
package io.kubefate.server.engine.plan;
