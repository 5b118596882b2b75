/** What every command works with: the environment, the terminal, the client and the output. */
@NullMarked
package io.kubefate.cli.context;

import org.jspecify.annotations.NullMarked;
