/** {@code kubefate namespace}. */
package io.kubefate.cli.command.namespace;
