/** The health of a cluster and the reasons why it is not ready. */
package io.kubefate.planning.health;
