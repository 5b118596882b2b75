/** {@code kubefate supportbundle}. */
package io.kubefate.cli.command.supportbundle;
