/** The images of clusters, and whether their registries have them. */
@NullMarked
package io.kubefate.server.service.image;

import org.jspecify.annotations.NullMarked;
