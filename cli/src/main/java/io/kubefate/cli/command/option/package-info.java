/** Options and value converters that several nouns share. */
@NullMarked
package io.kubefate.cli.command.option;

import org.jspecify.annotations.NullMarked;
