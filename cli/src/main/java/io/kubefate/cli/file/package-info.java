/** Files that the user names: cluster.yaml and Docker configurations. */
@NullMarked
package io.kubefate.cli.file;

import org.jspecify.annotations.NullMarked;
