/** What the commands print: records of the API as tables and lines of text. Pure functions. */
@NullMarked
package io.kubefate.cli.view;

import org.jspecify.annotations.NullMarked;
