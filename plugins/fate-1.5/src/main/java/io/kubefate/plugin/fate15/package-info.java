/**
 * Chart {@code fate} v1.5.0: modules, schema, templates, images and rules, whatever engine its jobs use. Engines and modules can be
 * combined freely. The plugin fate-spark copies this package and those below it, except {@code eggroll}, into its jar.
 */
@NullMarked
package io.kubefate.plugin.fate15;

import org.jspecify.annotations.NullMarked;
