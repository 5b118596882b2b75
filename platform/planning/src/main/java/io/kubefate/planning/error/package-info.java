/** Errors that a user can cause or see, each with a stable code. */
package io.kubefate.planning.error;
