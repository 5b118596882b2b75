/** Support bundles: a zip for troubleshooting without access to the service. */
@NullMarked
package io.kubefate.cli.supportbundle;

import org.jspecify.annotations.NullMarked;
