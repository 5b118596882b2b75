/** Templates in the JSONPath dialect of kubectl. */
@NullMarked
package io.kubefate.cli.jsonpath;

import org.jspecify.annotations.NullMarked;
