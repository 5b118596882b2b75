/** Renders the objects of a release from its templates and a cluster.yaml. */
package io.kubefate.planning.render;
