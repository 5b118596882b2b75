/** The completion of commands, options and live names in shells. */
@NullMarked
package io.kubefate.cli.completion;

import org.jspecify.annotations.NullMarked;
