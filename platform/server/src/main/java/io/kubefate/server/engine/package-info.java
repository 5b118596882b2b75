/** Executes plans: reads the live state, runs jobs that survive a restart ({@code job}), watches all clusters ({@code fleet}). */
package io.kubefate.server.engine;
