/** Checks before anything is done whether a plan can succeed. */
package io.kubefate.planning.preflight;
