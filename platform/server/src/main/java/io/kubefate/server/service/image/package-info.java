/** The images of clusters, and whether their registries have them. */
package io.kubefate.server.service.image;
