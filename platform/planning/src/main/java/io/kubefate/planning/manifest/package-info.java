/** Kubernetes objects as data: references, ownership, reading, writing, order of application. */
package io.kubefate.planning.manifest;
