/** The service's one configuration file, as records of what each part needs. */
package io.kubefate.server.configuration;
