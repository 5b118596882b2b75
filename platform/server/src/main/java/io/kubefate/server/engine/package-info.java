/** Carries plans out: reads the live state, runs jobs that survive a crash ({@code job}), watches all clusters ({@code fleet}). */
package io.kubefate.server.engine;
