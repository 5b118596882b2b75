/** Files that the user names: cluster.yaml and Docker configurations. */
package io.kubefate.cli.file;
