/** Support bundles: what somebody needs who looks for a fault and has no access to the service. */
package io.kubefate.cli.supportbundle;
