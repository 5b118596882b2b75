/**
 * Code that does not depend on a release. Each plugin's build copies it into its jar, so two jars can hold different versions of it.
 */
@NullMarked
package io.kubefate.plugin.shared;

import org.jspecify.annotations.NullMarked;
