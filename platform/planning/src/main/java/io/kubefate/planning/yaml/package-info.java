/** Parses YAML that people write into nodes, and explains why a text is not valid YAML. */
@NullMarked
package io.kubefate.planning.yaml;

import org.jspecify.annotations.NullMarked;
