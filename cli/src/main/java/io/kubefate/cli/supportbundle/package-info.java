/** Support bundles: a zip for troubleshooting without access to the service. */
package io.kubefate.cli.supportbundle;
