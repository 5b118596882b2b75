/** Implements access to pods with the fabric8 client. */
package io.kubefate.server.kubernetes.fabric.access;
