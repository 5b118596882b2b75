/** {@code kubefate supportbundle}. */
@NullMarked
package io.kubefate.cli.command.supportbundle;

import org.jspecify.annotations.NullMarked;
