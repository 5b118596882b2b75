/** Waits for jobs and follows logs and events. */
package io.kubefate.cli.follow;
