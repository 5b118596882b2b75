/** Kubernetes objects as data: references, ownership, reading, writing and the order of application. */
@NullMarked
package io.kubefate.planning.manifest;

import org.jspecify.annotations.NullMarked;
