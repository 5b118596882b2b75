/** Executes plans: reads the live state, runs jobs that survive a restart ({@code job}), watches all clusters ({@code fleet}). */
@NullMarked
package io.kubefate.server.engine;

import org.jspecify.annotations.NullMarked;
