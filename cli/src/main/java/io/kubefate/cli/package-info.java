/** The {@code kubefate} command line: the wiring of its commands and the reporting of errors. */
package io.kubefate.cli;
