/**
 * Templates to text. A value of a cluster.yaml can be printed only through the output format of its template's file type,
 * so it stays one scalar whatever it contains.
 */
package io.kubefate.server.engine.render;
