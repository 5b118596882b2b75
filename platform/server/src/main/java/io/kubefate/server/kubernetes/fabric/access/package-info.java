/** Implements access to pods with the fabric8 client. */
@NullMarked
package io.kubefate.server.kubernetes.fabric.access;

import org.jspecify.annotations.NullMarked;
