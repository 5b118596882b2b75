/** The exceptions whose messages the user sees. */
package io.kubefate.cli.error;
