/** The service's REST API as Java methods, one client per noun. */
@NullMarked
package io.kubefate.cli.client;

import org.jspecify.annotations.NullMarked;
