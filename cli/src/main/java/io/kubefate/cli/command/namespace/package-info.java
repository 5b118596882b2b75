/** {@code kubefate namespace}. */
@NullMarked
package io.kubefate.cli.command.namespace;

import org.jspecify.annotations.NullMarked;
