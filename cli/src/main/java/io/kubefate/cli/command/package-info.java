/** One class per command, in one package per noun. A command sends requests through its context and prints the result. */
@NullMarked
package io.kubefate.cli.command;

import org.jspecify.annotations.NullMarked;
