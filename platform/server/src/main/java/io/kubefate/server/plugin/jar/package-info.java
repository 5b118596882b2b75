/** Inspects the jars of plugins before any of their code is loaded. */
@NullMarked
package io.kubefate.server.plugin.jar;

import org.jspecify.annotations.NullMarked;
