/** What every command works with: the environment, the terminal, the client and the output. */
package io.kubefate.cli.context;
