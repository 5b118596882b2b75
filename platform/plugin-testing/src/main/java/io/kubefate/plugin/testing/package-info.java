/** The contract that every FATE release plugin passes, inside this tree and outside. */
package io.kubefate.plugin.testing;
