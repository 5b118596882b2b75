/** Kubernetes objects as data: references, ownership, reading, writing, order of application. */
@NullMarked
package io.kubefate.planning.manifest;

import org.jspecify.annotations.NullMarked;
