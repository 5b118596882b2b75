/** The {@code kubefate} command line: the wiring of its commands and the reporting of errors. */
@NullMarked
package io.kubefate.cli;

import org.jspecify.annotations.NullMarked;
