/** {@code kubefate job}. */
@NullMarked
package io.kubefate.cli.command.job;

import org.jspecify.annotations.NullMarked;
