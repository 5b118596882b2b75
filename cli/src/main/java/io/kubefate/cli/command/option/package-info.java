/** Options and value converters that several nouns share. */
package io.kubefate.cli.command.option;
