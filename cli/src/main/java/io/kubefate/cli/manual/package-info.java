/** The manual of the commands: the page docs/cli.md and the man pages. */
@NullMarked
package io.kubefate.cli.manual;

import org.jspecify.annotations.NullMarked;
