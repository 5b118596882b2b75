/** {@code kubefate job}. */
package io.kubefate.cli.command.job;
