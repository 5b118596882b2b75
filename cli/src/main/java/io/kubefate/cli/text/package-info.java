/** Text formats: tables, ages, times, YAML and JSON. */
@NullMarked
package io.kubefate.cli.text;

import org.jspecify.annotations.NullMarked;
