/** One class per command; each asks the service through the session and prints the answer. */
package io.kubefate.cli.command;
