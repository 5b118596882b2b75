/** Renders the objects of a release from its templates and a cluster.yaml. */
@NullMarked
package io.kubefate.planning.render;

import org.jspecify.annotations.NullMarked;
